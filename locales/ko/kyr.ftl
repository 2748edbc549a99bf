### Kyr 자신이 한국어로 하는 말. 주제 글은 content/text/ko에 있습니다.
### `command-…` 메시지에는 그 명령을 부르는 말이 쉼표로 나뉘어 있습니다.

## 첫 만남과 도움말

greeting = 안녕하세요. 저는 Kyr입니다. ICE(이민세관단속국)와 경찰 앞에서의 권리, 사람을 어떻게 찾아내는지, 휴대폰과 정보를 안전하게 지키는 방법에 대한 질문에 답합니다.
greeting-hint = { $manner ->
        [buttons] /질문하기 명령어로 편하게 물어보세요. 지금 일어나고 있으면 /긴급 명령어를 쓰세요. 위험하면 911에 전화하세요.
       *[words] 편한 말로 물어보세요. 명령어를 보려면 “도움말”이라고 쓰세요. 지금 일어나고 있으면 “긴급”이라고 쓰세요. 위험하면 911에 전화하세요.
    }
help-title = Kyr 사용법
help-ask = 편한 말로, 한 문장으로 물어보세요. 예: ICE가 우리 집에 들어올 수 있나요?
help-menu = { $manner ->
        [buttons] /권리: 모든 주제를 봅니다.
       *[words] “메뉴”: 모든 주제를 봅니다. “주제”와 주제 이름(예: 주제 보석금): 그 주제 하나를 봅니다.
    }
help-more = { $manner ->
        [buttons] 답 아래의 버튼을 누르면 법과 자세한 내용, 출처, 다른 주제가 나옵니다.
       *[words] “더 보기”: 마지막 답의 법과 자세한 내용을 봅니다. “출처”: 어디서 나온 내용인지 봅니다.
    }
help-hotlines = { $manner ->
        [buttons] /핫라인: 도와줄 수 있는 사람들입니다. 사는 주에서도 찾습니다. 고른 주를 기억합니다.
       *[words] “핫라인”, 또는 “핫라인”과 주 이름(예: 핫라인 조지아): 도와줄 수 있는 사람들을 봅니다.
    }
help-region = { $manner ->
        [buttons] /긴급: 지금 일어나고 있을 때 해야 할 일을 가장 짧게 봅니다.
       *[words] “주”와 주 이름(예: 주 조지아): 그 주에서 다른 점을 함께 알려 드립니다.
    }
help-language = { $manner ->
        [buttons] /언어: 언어를 바꿉니다.
       *[words] “언어”와 언어 이름(예: 언어 영어): 언어를 바꿉니다.
    }
help-privacy = { $manner ->
        [buttons] /개인정보: 제가 본인에 대해 무엇을 보관하는지 봅니다.
       *[words] “개인정보”: 제가 본인에 대해 무엇을 보관하는지 봅니다.
    }
help-forget = { $manner ->
        [buttons] /개인정보 아래의 버튼을 누르면 제가 본인에 대해 보관하는 것을 지웁니다.
       *[words] “내 정보 지워줘”: 보관하는 것을 지웁니다.
    }
help-about = { $manner ->
        [buttons] /소개: 누가 답을 쓰는지 봅니다.
       *[words] “소개”: 누가 답을 쓰는지 봅니다.
    }

## 메뉴와 고르기

menu-title = 제가 답할 수 있는 것
menu-hint = { $manner ->
        [buttons] 아래에서 분야를 고르거나, /질문하기 명령어로 편하게 물어보세요.
       *[words] 번호를 쓰면 그 분야가 열립니다. 편한 말로 물어봐도 됩니다.
    }
section-hint = { $manner ->
        [buttons] 아래에서 주제를 고르세요.
       *[words] 번호나 이름을 쓰면 그 주제가 열립니다.
    }
choices-title = 이 가운데 무엇을 찾으시나요?
choices-hint = { $manner ->
        [buttons] 아래에서 고르세요. 찾는 것이 없나요? 다른 말로 다시 물어보거나, /핫라인 명령어로 도와줄 사람을 찾으세요.
       *[words] 번호를 쓰세요. 찾는 것이 없나요? 다른 말로 물어보거나, “핫라인”이라고 써서 도와줄 사람을 찾으세요.
    }
not-covered-title = 그 질문에는 확인된 답이 없습니다
not-covered = 저는 사람들이 쓰고 확인한 답만 드립니다. 그래서 짐작해서 답하지 않습니다.
not-covered-hint = { $manner ->
        [buttons] 다른 말로 물어보거나, 아래에서 제가 답할 수 있는 것을 고르거나, 사람에게 도움을 받으세요.
       *[words] 다른 말로 물어보거나, 번호를 써서 제가 답할 수 있는 것을 보거나, 사람에게 도움을 받으세요.
    }
unserved = 아직 제가 못 하는 언어입니다: { $language }. 이 언어로는 답할 수 있습니다: { $languages }.
now-hint = { $manner ->
        [buttons] 지금 일어나고 있으면 /긴급 명령어를 쓰세요.
       *[words] 지금 일어나고 있으면 “긴급”이라고 쓰세요.
    }

## 답

disclaimer = 일반 정보이며 법률 조언이 아닙니다.
reviewed = 마지막으로 확인한 날: { $date }.
overdue = 이 답은 { $date }까지 다시 확인했어야 합니다. 지금은 맞지 않는 부분이 있을 수 있습니다. 변호사나 핫라인에 확인하세요.
withdrawn = 이 답은 지금은 맞지 않을 수 있어 다시 확인하고 있습니다. 그래서 보여 드리지 않습니다. 도와줄 수 있는 사람들에게 물어보세요:
machine-translation = 기계가 번역했고, 아직 사람이 확인하지 않았습니다. { $manner ->
        [buttons] 아래 버튼을 누르면 영어 글이 나옵니다.
       *[words] 영어 글을 보려면 “English”라고 쓰세요.
    }
person-translation = 사람이 번역했고, 아직 다른 사람이 확인하지 않았습니다. { $manner ->
        [buttons] 아래 버튼을 누르면 영어 글이 나옵니다.
       *[words] 영어 글을 보려면 “English”라고 쓰세요.
    }
not-translated = 이 답은 아직 번역되지 않았습니다. 영어로 보여 드립니다.
stale-translation = 이 번역을 한 뒤에 영어 글이 바뀌었습니다. { $manner ->
        [buttons] 아래 버튼을 누르면 가장 새로운 글이 영어로 나옵니다.
       *[words] 가장 새로운 글을 보려면 “English”라고 쓰세요.
    }
label-say = 영어로 할 수 있는 말
label-meaning = ({ $meaning })
label-sounds = 소리: { $sounds }
label-law = 법은 이렇습니다
label-practice = 실제로는 이렇습니다
label-details = 더 자세히
label-region = { $region }에서는
label-correction = 바로잡음 ({ $date })
label-sources = 출처
label-contacts = 도와줄 수 있는 사람
label-related = 함께 볼 주제
label-terms = 낱말
label-hours = 시간: { $hours }
label-languages = 언어: { $languages }
label-government = 정부가 운영함
source-line = { $publisher }, “{ $title }”, { $date }
undated = 날짜 없음
date = { $year }년 { $month ->
        [1] 1월
        [2] 2월
        [3] 3월
        [4] 4월
        [5] 5월
        [6] 6월
        [7] 7월
        [8] 8월
        [9] 9월
        [10] 10월
        [11] 11월
       *[12] 12월
    } { $day }일
month-only = { $year }년 { $month ->
        [1] 1월
        [2] 2월
        [3] 3월
        [4] 4월
        [5] 5월
        [6] 6월
        [7] 7월
        [8] 8월
        [9] 9월
        [10] 10월
        [11] 11월
       *[12] 12월
    }
more-hint = { $manner ->
        [buttons] “더 보기” 버튼을 누르면 법과 자세한 내용이 나옵니다.
       *[words] 법과 자세한 내용을 보려면 “더 보기”라고 쓰세요.
    }
more-nothing = 더 보여 드릴 답이 아직 없습니다. 먼저 질문해 주세요.
no-further = 이 주제는 지금 보신 것이 전부입니다.

## 사적인 정보가 든 메시지

remove-title = 쓰신 메시지를 지워 주세요
remove = 메시지에 이런 것이 들어 있는 것 같습니다: { $kinds }. 안전을 위해 지우세요. 저는 보관하지 않았습니다.
kind-a-number = A번호(A-number)
kind-ssn = 소셜 번호(Social Security number)
kind-phone = 전화번호
kind-address = 집 주소

## 핫라인

hotlines-title = 미국 어디서나 도와줄 수 있는 사람들
hotlines-region-title = { $region }에서 도와줄 수 있는 사람들
hotlines-nationwide = 미국 어디서나
hotlines-none = { $region }에 대해서는 확인된 지역 번호가 아직 없습니다.
hotlines-hint = { $manner ->
        [buttons] 사는 주의 번호를 보려면 /핫라인 명령어에서 주를 고르세요.
       *[words] 사는 주의 번호를 보려면 “핫라인”과 주 이름을 쓰세요. 예: 핫라인 일리노이.
    }

## 설정과 안내

language-set = 이제 이 언어로 답합니다: { $language }.
language-list = 언어: { $languages }. { $manner ->
        [buttons] /언어 명령어로 하나를 고르세요.
       *[words] “언어”와 그 가운데 하나를 쓰세요.
    }
language-unknown = 그 언어는 없습니다. 언어: { $languages }.
region-set = 이제 { $region }에서 다른 점을 함께 알려 드립니다.
region-none = { $manner ->
        [buttons] /핫라인 명령어에서 사는 주를 고르세요.
       *[words] “주”와 사는 주의 이름을 쓰세요. 예: 주 캘리포니아.
    }
region-unknown = { $manner ->
        [buttons] 모르는 주입니다. 목록에서 고르세요.
       *[words] 모르는 주입니다. 이름이나 영어 두 글자를 쓰세요. 예: 주 CA.
    }
forgotten = 지웠습니다. 고른 언어와 주, 그리고 나눈 대화를 잊었습니다.
privacy-title = 제가 본인에 대해 보관하는 것
privacy-kept = 쓰신 글은 저장하지도 기록하지도 않습니다. 지금 이야기하는 주제를 몇 분 동안 메모리에 기억합니다. 언어나 주를 고르면, 이름 대신 코드를 붙여 그 선택을 저장합니다.
privacy-platform = 지금 쓰는 앱, 이 채널이나 방을 읽을 수 있는 사람, 그리고 본인의 휴대폰에 메시지가 남을 수 있습니다. 여기에 이름, 주소, A번호, 전화번호를 쓰지 마세요.
privacy-forget = { $manner ->
        [buttons] “내 정보 지워줘” 버튼을 누르면 제가 보관하는 것을 지웁니다.
       *[words] 제가 보관하는 것을 지우려면 “내 정보 지워줘”라고 쓰세요.
    }
about-title = Kyr 소개
about = 제 답은 사람들이 쓰고, 출처와 맞춰 확인하고, 날짜를 적습니다. 저는 답을 지어내지 않습니다. 저는 변호사가 아닙니다.
about-pack = 글: { $pack }, 버전 { $version }, 주제 { $topics }개. 언어: { $languages }.
trouble = { $manner ->
        [buttons] 제 쪽에 문제가 생겼습니다. 다시 물어보거나, /핫라인 명령어를 쓰세요.
       *[words] 제 쪽에 문제가 생겼습니다. 다시 물어보거나, “핫라인”이라고 쓰세요.
    }
too-many = { $manner ->
        [buttons] 질문이 한꺼번에 많이 들어왔으니 몇 초 뒤에 다시 물어봐 주시고, /긴급 명령어와 /핫라인 명령어는 언제든지 쓸 수 있습니다.
       *[words] 질문이 한꺼번에 많이 들어왔으니 몇 초 뒤에 다시 물어봐 주시고, “긴급”과 “핫라인”에는 언제든지 답합니다.
    }
welcome = 다른 질문이 있으면 또 물어보세요.

## 방

room-privacy = 저는 여기에 쓰신 글을 저장하지 않습니다. 이 방의 사람들과 서버에는 남을 수 있으니 이름, 주소, A번호를 쓰지 마세요.
room-how-to-ask = 이 방에서는 저를 언급하거나(@), 제 글에 답장하거나, 메시지 맨 앞에 { $prefix }라고 쓰세요.
only-text = 저는 글만 읽을 수 있습니다. 질문을 글로 써 주세요.
unreadable = 메시지를 읽지 못했습니다. 읽는 데 필요한 키가 저에게 오지 않았습니다. 한 번 더 보내 주세요.
settings-title = 이 방의 설정
settings-language-line = 언어: { $language }
settings-region-line = 주: { $region }
settings-answers-line = 답변: { $answers }
settings-addressed-meaning = 저를 부를 때만
settings-clear-meaning = 저를 부르지 않은 분명한 질문에도
settings-unset = 정하지 않음
settings-saved = 저장했습니다.
settings-refused = 이 방의 설정은 운영진만 바꿀 수 있습니다. 본인의 설정은 정할 수 있습니다. “언어”나 “주”라고 쓰세요.
settings-unknown = 그 설정은 이해하지 못했습니다.
settings-hint = 운영진은 예를 들어 이렇게 쓸 수 있습니다: “설정 언어 스페인어”, “설정 주 CA”, “설정 답변 분명한 질문”, “설정 답변 부를 때만”.

## 명령을 부르는 말

command-help = 도움말, 도움, 명령어, 시작, 시작하기, 사용법, 사용 방법, 어떻게 써요, 어떻게 쓰나요, 어떻게 사용해요, 어떻게 사용하나요, 안녕하세요, 안녕하십니까, 안녕, 안녕하세여, 여보세요, 하이, 헬로, 헬프, 반갑습니다, 반가워요, 좋은 아침이에요, 처음 뵙겠습니다, doummal, annyeong, annyeonghaseyo, annyonghaseyo, help, commands, start, hi, hello
command-menu = 메뉴, 메뉴 보기, 메뉴 보여줘, 메뉴 보여 주세요, 메뉴 보여주세요, 메인 메뉴, 전체 메뉴, 목록, 목록 보기, 주제 목록, 주제 보기, 모든 주제, 전체 주제, 뭐 할 수 있어, 뭐 할 수 있어요, 무엇을 할 수 있나요, 뭘 물어볼 수 있어요, 뭘 물어볼 수 있나요, 무엇을 물어볼 수 있나요, menyu, menu, topics, list, what can you do
command-topic = 주제, 항목, 주제 열기, juje, topic, open, show
command-language = 언어, 언어 변경, 언어 바꾸기, 언어 바꿔줘, 언어 바꿔 주세요, 언어를 바꾸고 싶어요, 언어 선택, 언어 목록, 무슨 언어로 돼요, 어떤 언어로 되나요, 한국어로 답해줘, 한국어로 답해 주세요, 한국어로 말해줘, 한국어로 말해 주세요, 한국어로 해줘, 한국어로 해 주세요, 한국어로 부탁해요, 한국어로 부탁드려요, 한국어로 부탁드립니다, 한국어 돼요, 한국어 되나요, 한국어 가능해요, 한국어 가능한가요, 한국어 할 수 있어요, 한국어 하세요, 한국말로 해줘, 한국말로 해 주세요, 한국말 돼요, 한국말 해요, 한국말 하세요, 한글로 해 주세요, 영어로 답해줘, 영어로 답해 주세요, 영어로 말해 주세요, 영어로 바꿔줘, 영어로 바꿔 주세요, 영어로 부탁해요, 영어로 부탁드려요, 영어로 해 주세요, 영어로 보여줘, 영어로 보여 주세요, eoneo, hangugeo, language, languages, change language, speak
command-region = 주, 내 주, 우리 주, 사는 주, 내가 사는 주, 사는 곳, 주 선택, 주 변경, 주 바꾸기, 지역, jiyeok, state, region, my state, i live in
command-hotlines = 핫라인, 핫 라인, 핫라인 번호, 핫라인 보여줘, 핫라인 알려줘, 핫라인 알려 주세요, 전화번호, 전화 번호, 전화번호 알려줘, 전화번호 알려 주세요, 전화번호 알려주세요, 연락처, 연락처 알려줘, 상담 전화, 상담전화, 도와줄 사람, 도와줄 수 있는 사람, 도움 받을 곳, 도움받을 곳, 누가 도와줄 수 있어요, 누가 도와줄 수 있나요, 누가 도와주나요, hatlain, haslain, jeonhwabeonho, hotlines, hotline, phone numbers, rapid response, who can help me
command-more = 더 보기, 더보기, 더, 더 보여줘, 더 보여 주세요, 더 보여주세요, 더 알려줘, 더 알려 주세요, 더 알려주세요, 더 말해줘, 더 자세히, 더 자세히 알려줘, 자세히, 자세히 알려줘, 자세히 알려 주세요, 자세한 내용, 계속, 계속해, 계속해줘, 계속해 주세요, 법, 법 내용, 법은, deo bogi, deobogi, jasehi, more, tell me more, details, continue, the law
command-sources = 출처, 출처 보기, 출처 보여줘, 출처 알려줘, 출처 알려 주세요, 출처가 뭐예요, 출처가 어디예요, 출처는, 근거, 근거가 뭐예요, 근거가 있어요, 어디서 나온 말이에요, 어디서 나온 얘기예요, 누가 그래요, 누가 한 말이에요, 어떻게 알아요, chulcheo, sources, source, proof, how do you know
command-privacy = 개인정보, 개인 정보, 개인정보 보호, 개인 정보 보호, 개인정보 보관, 프라이버시, 사생활, 내 정보, 내정보, 내 데이터, 뭘 저장해요, 뭐 저장해요, 무엇을 저장하나요, 뭘 보관해요, 무엇을 보관하나요, 나에 대해 뭘 알아요, 저에 대해 뭘 알아요, 저에 대해 무엇을 아나요, 내 정보 저장해요, gaeinjeongbo, privacy, my data, what do you store, what do you know about me
command-forget = 내 정보 지워줘, 내정보 지워줘, 내 정보 지워 줘, 내정보지워줘, 내 정보 지워 주세요, 내 정보 지워주세요, 내 정보 지우기, 내 정보를 지워줘, 내 정보를 지워 주세요, 제 정보 지워 주세요, 제 정보 지워주세요, 제 정보를 지워 주세요, 내 정보 삭제해줘, 내 정보 삭제해 주세요, 내 정보 잊어줘, 내 기록 지워줘, 내 데이터 지워줘, 나를 잊어줘, 날 잊어줘, 저를 잊어 주세요, 잊어줘, 잊어 주세요, 지워줘, 지워 줘, 지워 주세요, 지워주세요, 다 지워줘, 다 지워 주세요, nae jeongbo jiwojwo, naejeongbo jiwojwo, forget me, forget, delete my data, delete me, erase me
command-about = 소개, Kyr 소개, 봇 소개, 자기소개, 누구세요, 누구야, 너 누구야, 너는 누구야, 넌 누구야, 뭐 하는 봇이에요, 이 봇은 뭐예요, 이 봇이 뭐예요, 이게 뭐예요, 누가 만들었어, 누가 만들었어요, 누가 만들었나요, 누가 만든 거예요, 누가 운영해요, 누가 운영하나요, Kyr가 뭐예요, Kyr이 뭐예요, Kyr는 뭐예요, 로봇이에요, 로봇인가요, 봇이에요, 사람이에요, 사람인가요, 로봇이에요 사람이에요, 로봇인가요 사람인가요, 버전, sogae, about, who are you, who made you, what is kyr, version
command-thanks = 감사합니다, 고맙습니다, 감사해요, 고마워요, 고마워, 감사, 정말 감사합니다, 너무 감사합니다, 대단히 감사합니다, 정말 고맙습니다, 정말 고마워요, 너무 고마워요, 네 감사합니다, 네 고맙습니다, 도와주셔서 감사합니다, 도와줘서 고마워요, 들어줘서 고마워요, 들어 주셔서 감사합니다, 도움이 됐어요, 도움이 되었어요, 도움이 많이 됐어요, 땡큐, 생큐, ㄱㅅ, 네, 넵, 예, 응, 알겠습니다, 알겠어요, 알았어요, 알았어, 오케이, 오케, ㅇㅋ, ㅇㅇ, 좋아요, 됐어요, 안녕히 계세요, 안녕히 계십시오, 수고하세요, 수고하셨습니다, 다음에 봐요, gamsahamnida, kamsahamnida, gomawo, gomawoyo, thanks, thank you, thx, ok, okay, yes, bye
command-none = 없음, 없어요, 없어, 없습니다, 이 중에 없어요, 이 중에는 없어요, 여기 없어요, 여기에는 없어요, 찾는 것이 없어요, 찾는 게 없어요, 다 아니에요, 아니에요, 아닙니다, 아니요, 아니오, 아니, 아뇨, 해당 없음, ㄴㄴ, aniyo, eopseoyo, none, none of these, neither, no, 0
# 첫째 것을 사람들에게 보여 줍니다. 방에서 이 가운데 하나로 시작하는 메시지는 Kyr에게 하는 말입니다.
command-prefix = !kyr, !권리
command-settings = 설정, 방 설정, 채팅방 설정, 이 방 설정, seoljeong, settings
settings-answers = 답변, 답, 대답, answers
settings-clear = 분명한 질문, 분명한 질문에도, 명확한 질문, clear
settings-addressed = 부를 때만, 부를때만, 저를 부를 때만, 나를 부를 때만, addressed

## 보여 준 것을 순서로 고르는 말

first = 하나, 첫째, 첫 번째, 첫번째, 첫 번째 것, 첫번째 것, 첫 번째 거, 첫번째 거, 1번, 일번, 번호 1, 처음 것, 맨 위 것, 맨 위, 첫 번째요, 1번이요, 1번요, hana, one, first, the first one
second = 둘, 둘째, 두 번째, 두번째, 두 번째 것, 두번째 것, 두 번째 거, 두번째 거, 2번, 번호 2, 두 번째요, 2번이요, 2번요, dul, two, second, the second one
third = 셋, 셋째, 세 번째, 세번째, 세 번째 것, 세번째 것, 세 번째 거, 세번째 거, 3번, 삼번, 번호 3, 세 번째요, 3번이요, 3번요, set, three, third, the third one
fourth = 넷, 넷째, 네 번째, 네번째, 네 번째 것, 네번째 것, 네 번째 거, 네번째 거, 4번, 사번, 번호 4, 네 번째요, 4번이요, 4번요, 마지막, 마지막 것, 마지막 거, 맨 아래 것, net, four, fourth, the last one

## 언어나 주의 이름 앞뒤에 붙는 작은 말

fillers = 좀, 부탁해요, 부탁합니다, 부탁드려요, 부탁드립니다, 주, 쪽, 근처, 지역, 에서, 에, 로, 으로, 요, 이요, please

## 낱말의 뜻을 묻는 말의 첫머리, 긴 것부터

what-is = what is the meaning of, what's the meaning of, what does the word, museun tteusieyo, museun tteus, what does a, what is the, meaning of, what is an, what does, what is a, what's an, what are, what's a, 무슨 뜻이에요, 무슨 뜻인가요, 설명해 주세요, mwoyeyo, what is, whats a, explain, 무슨 뜻이야, 설명해주세요, 무슨 뜻인지, what's, who is, define, whats, 무슨 뜻, 설명해줘, 뭐예요, 뭐에요
what-is-end = 이란 무엇인가요, 란 무엇인가요, 이 무엇인가요, 가 무엇인가요, 이 뭐예요, 가 뭐예요, 이 뭔가요, 가 뭔가요, 이 뭐야, 가 뭐야, 이 뭐죠, 가 뭐죠, 은 뭐예요, 는 뭐예요, 이 무슨 뜻이에요, 가 무슨 뜻이에요, 은 무슨 뜻이에요, 는 무슨 뜻이에요, 무엇인가요, 뭐예요, 뭔가요, 뭐야, 무슨 뜻이에요, 무슨 뜻인가요, 의 뜻, 이란, 란, mwoyeyo
