### Discord에서 Kyr 명령어의 이름과 설명, 그리고 버튼의 글.
### 이름: 소문자, 빈칸 없이, 32자까지. 설명: 100자까지. 버튼: 80자까지.

## 명령어

slash-ask = 질문하기
slash-ask-about = 권리에 대해 편한 말로, 쓰는 언어로 물어보세요
slash-question = 질문
slash-question-about = 질문을 한 문장으로 쓰세요. 이름, 주소, A번호는 쓰지 마세요
slash-rights = 권리
slash-rights-about = 제가 답할 수 있는 모든 것을 분야와 주제별로 봅니다
slash-section = 분야
slash-section-about = 주제 목록의 한 부분
slash-topic = 주제
slash-topic-about = 주제. 쓰기 시작하면 고를 수 있습니다
slash-emergency = 긴급
slash-emergency-about = 지금 일어나고 있을 때: 할 일을 가장 짧게, 그리고 누구에게 전화할지
slash-hotlines = 핫라인
slash-hotlines-about = 도와줄 수 있는 사람들과 전화번호
slash-state = 주
slash-state-about = 사는 미국의 주. 쓰기 시작하면 고를 수 있습니다
slash-language = 언어
slash-language-about = 제가 답하는 언어를 고르세요
slash-language-choice-about = 언어. 쓰기 시작하면 고를 수 있습니다
slash-privacy = 개인정보
slash-privacy-about = 제가 본인에 대해 보관하는 것과 지우는 방법
slash-about = 소개
slash-about-about = 누가 답을 쓰고 어떻게 확인하는지
slash-help = 도움말
slash-help-about = Kyr 사용법
slash-settings = 설정
slash-settings-about = 이 서버의 언어, 주, 공개 채널. 서버를 관리하는 사람을 위한 것입니다
slash-settings-language-about = 이 서버의 언어. 어느 언어인지 알 수 없는 메시지에 씁니다
slash-settings-state-about = 이 서버의 미국 주
slash-channel = 채널
slash-channel-about = 모두에게 보이는 답을 허용하거나 막을 채널
slash-public = 공개
slash-public-about = 그 채널에서 답을 모두에게 보여 줘도 되는지
slash-message = Kyr에게 묻기

## 버튼과 목록

button-more = 더 보기
button-sources = 출처
button-show = 채널에 보여 주기
button-forget = 내 정보 지워줘
pick-topic = 주제를 고르세요
pick-section = 분야를 고르세요
choice-none = 정하지 않음

## 그 결과로 하는 말

old-button = 이 버튼은 예전 버전의 것입니다. /질문하기 명령어로 다시 물어보세요.
show-refused = 이 채널에서는 답을 모두에게 보여 줄 수 없습니다.
server-settings-title = 이 서버의 설정
server-settings-public-line = 모두에게 보이는 답: { $channels }
server-settings-everywhere = 모든 채널에서
server-settings-some = 채널 { $count }개에서
server-settings-refused = 이 서버의 설정은 서버를 관리하는 사람만 바꿀 수 있습니다. 본인의 언어는 /언어 명령어로 고를 수 있습니다.
server-settings-channel = 채널을 고르고, 그 채널에서 답을 보여 줘도 되는지도 고르세요.
server-settings-hint = /설정 명령어와 함께 언어, 주, 채널 가운데 하나를 쓰세요. 허용한 채널이 없는 동안에는 모든 채널에서 답을 보여 줄 수 있습니다.
answer-privately = 이 채널에서는 다른 사람에게 보이지 않게만 답합니다. /질문하기 명령어를 쓰세요.
