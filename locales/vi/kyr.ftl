### Những gì chính Kyr nói bằng tiếng Việt. Bài về các chủ đề nằm trong content/text/vi.
### Mỗi mục `command-…` liệt kê những chữ gọi một lệnh, cách nhau bằng dấu phẩy.

## Lần đầu gặp và trợ giúp

greeting = Xin chào. Tôi là Kyr. Tôi trả lời câu hỏi về quyền của quý vị khi gặp ICE và cảnh sát, về cách người ta bị tìm ra, và về cách giữ an toàn cho điện thoại và dữ liệu của quý vị.
greeting-hint = { $manner ->
        [buttons] Hãy hỏi bằng lời của mình với /hỏi. Nếu đang xảy ra ngay bây giờ, dùng /khẩn-cấp. Nguy hiểm thì gọi 911.
       *[words] Hãy hỏi bằng lời của mình. Viết “trợ giúp” để xem các lệnh. Nếu đang xảy ra ngay bây giờ, viết “khẩn cấp”. Nguy hiểm thì gọi 911.
    }
help-title = Cách dùng Kyr
help-ask = Hãy hỏi bằng lời của mình, trong một câu. Ví dụ: ICE có được vào nhà tôi không?
help-menu = { $manner ->
        [buttons] /quyền: tất cả chủ đề.
       *[words] menu: tất cả chủ đề. chủ đề TÊN: mở một chủ đề.
    }
help-more = { $manner ->
        [buttons] Các nút dưới câu trả lời cho xem luật và chi tiết, câu trả lời lấy từ đâu, và các chủ đề khác.
       *[words] xem thêm: luật và chi tiết của câu trả lời vừa rồi. nguồn: câu đó lấy từ đâu.
    }
help-hotlines = { $manner ->
        [buttons] /đường-dây-nóng: người có thể giúp, cả ở tiểu bang của quý vị. Lệnh này nhớ tiểu bang của quý vị.
       *[words] đường dây nóng, hoặc đường dây nóng TIỂU BANG: người có thể giúp.
    }
help-region = { $manner ->
        [buttons] /khẩn-cấp: các bước ngắn nhất khi đang xảy ra ngay bây giờ.
       *[words] tiểu bang TÊN: thêm những gì riêng ở tiểu bang của quý vị.
    }
help-language = { $manner ->
        [buttons] /ngôn-ngữ: đổi ngôn ngữ.
       *[words] ngôn ngữ TÊN: đổi ngôn ngữ.
    }
help-privacy = { $manner ->
        [buttons] /riêng-tư: tôi giữ gì về quý vị.
       *[words] riêng tư: tôi giữ gì về quý vị.
    }
help-forget = { $manner ->
        [buttons] Nút dưới /riêng-tư xóa những gì tôi giữ về quý vị.
       *[words] quên tôi: xóa những thứ đó.
    }
help-about = { $manner ->
        [buttons] /giới-thiệu: ai viết các câu trả lời.
       *[words] giới thiệu: ai viết các câu trả lời.
    }

## Menu và lựa chọn

menu-title = Tôi trả lời được những gì
menu-hint = { $manner ->
        [buttons] Chọn một phần bên dưới, hoặc hỏi bằng lời của mình với /hỏi.
       *[words] Viết một số để mở một phần, hoặc hỏi bằng lời của mình.
    }
section-hint = { $manner ->
        [buttons] Chọn một chủ đề bên dưới.
       *[words] Viết một số hay một tên để mở một chủ đề.
    }
choices-title = Quý vị muốn hỏi điều nào?
choices-hint = { $manner ->
        [buttons] Chọn bên dưới. Không có điều nào đúng? Hỏi lại bằng cách khác, hoặc dùng /đường-dây-nóng để tìm người giúp.
       *[words] Viết số. Không có điều nào đúng? Nói bằng cách khác, hoặc viết “đường dây nóng” để tìm người giúp.
    }
not-covered-title = Tôi không có câu trả lời đã kiểm tra cho điều đó
not-covered = Tôi chỉ đưa ra câu trả lời do con người viết và kiểm tra, nên tôi sẽ không đoán.
not-covered-hint = { $manner ->
        [buttons] Nói bằng cách khác, chọn bên dưới để xem tôi trả lời được gì, hoặc tìm người giúp.
       *[words] Nói bằng cách khác, viết một số để xem tôi trả lời được gì, hoặc tìm người giúp.
    }
unserved = Tôi chưa nói được { $language }. Tôi trả lời được bằng: { $languages }.
now-hint = { $manner ->
        [buttons] Nếu đang xảy ra ngay bây giờ, dùng /khẩn-cấp.
       *[words] Nếu đang xảy ra ngay bây giờ, viết “khẩn cấp”.
    }

## Câu trả lời

disclaimer = Thông tin chung, không phải tư vấn pháp lý.
reviewed = Xem xét lần cuối: { $date }.
overdue = Câu trả lời này đáng lẽ phải được xem xét lại chậm nhất { $date }. Có phần có thể đã cũ: hãy hỏi lại luật sư hay đường dây nóng.
withdrawn = Câu trả lời này đang được xem xét lại vì có thể đã cũ, nên tôi không đưa ra. Xin hỏi những người có thể giúp:
machine-translation = Bản dịch bằng máy, chưa có người xem lại. { $manner ->
        [buttons] Nút bên dưới cho xem bản tiếng Anh.
       *[words] Muốn xem bản tiếng Anh, viết “English”.
    }
person-translation = Bản dịch do một người làm, chưa có người thứ hai xem lại. { $manner ->
        [buttons] Nút bên dưới cho xem bản tiếng Anh.
       *[words] Muốn xem bản tiếng Anh, viết “English”.
    }
not-translated = Câu trả lời này chưa được dịch; đây là bản tiếng Anh.
stale-translation = Bản tiếng Anh đã thay đổi sau khi có bản dịch này. { $manner ->
        [buttons] Nút bên dưới cho xem bản mới nhất, bằng tiếng Anh.
       *[words] Muốn xem bản mới nhất, viết “English”.
    }
label-say = Câu có thể nói bằng tiếng Anh
label-meaning = ({ $meaning })
label-sounds = đọc như: { $sounds }
label-law = Luật nói gì
label-practice = Thực tế ra sao
label-details = Chi tiết
label-region = Ở { $region }
label-correction = Đính chính ({ $date })
label-sources = Nguồn
label-contacts = Ai có thể giúp
label-related = Chủ đề liên quan
label-terms = Từ ngữ
label-hours = giờ: { $hours }
label-languages = ngôn ngữ: { $languages }
label-government = của chính phủ
source-line = { $publisher }, “{ $title }”, { $date }
undated = không ghi ngày
date = ngày { $day } { $month ->
        [1] tháng 1
        [2] tháng 2
        [3] tháng 3
        [4] tháng 4
        [5] tháng 5
        [6] tháng 6
        [7] tháng 7
        [8] tháng 8
        [9] tháng 9
        [10] tháng 10
        [11] tháng 11
       *[12] tháng 12
    }, { $year }
month-only = { $month ->
        [1] tháng 1
        [2] tháng 2
        [3] tháng 3
        [4] tháng 4
        [5] tháng 5
        [6] tháng 6
        [7] tháng 7
        [8] tháng 8
        [9] tháng 9
        [10] tháng 10
        [11] tháng 11
       *[12] tháng 12
    }/{ $year }
more-hint = { $manner ->
        [buttons] Nút “Xem thêm” cho xem luật và chi tiết.
       *[words] Viết “xem thêm” để xem luật và chi tiết.
    }
more-nothing = Chưa có câu trả lời nào để nói thêm. Xin hỏi một câu trước.
no-further = Về chủ đề này không còn gì khác ngoài những gì quý vị đã xem.

## Tin nhắn có quá nhiều thông tin

remove-title = Xin xóa tin nhắn của quý vị
remove = Tin nhắn của quý vị dường như có { $kinds }. Để an toàn cho mình, xin quý vị xóa đi. Tôi không giữ tin đó.
kind-a-number = số A
kind-ssn = số Social Security
kind-phone = số điện thoại
kind-address = địa chỉ nhà

## Đường dây nóng

hotlines-title = Người có thể giúp, ở khắp nước Mỹ
hotlines-region-title = Người có thể giúp ở { $region }
hotlines-nationwide = Ở khắp nước Mỹ
hotlines-none = Tôi chưa có số địa phương đã kiểm tra cho { $region }.
hotlines-hint = { $manner ->
        [buttons] Muốn xem cho tiểu bang của mình, dùng /đường-dây-nóng và chọn tiểu bang.
       *[words] Muốn xem cho tiểu bang của mình, viết “đường dây nóng” và tên tiểu bang, ví dụ: đường dây nóng Illinois.
    }

## Lựa chọn và thông tin

language-set = Tôi sẽ trả lời bằng { $language }.
language-list = Ngôn ngữ: { $languages }. { $manner ->
        [buttons] Chọn một ngôn ngữ với /ngôn-ngữ.
       *[words] Viết “ngôn ngữ” và một trong các tên đó.
    }
language-unknown = Tôi không có ngôn ngữ đó. Ngôn ngữ: { $languages }.
region-set = Tôi sẽ thêm những gì riêng ở { $region }.
region-none = { $manner ->
        [buttons] Chọn tiểu bang của quý vị với /đường-dây-nóng.
       *[words] Viết “tiểu bang” và tên tiểu bang, ví dụ: tiểu bang California.
    }
region-unknown = { $manner ->
        [buttons] Tôi không biết tiểu bang đó. Xin chọn một tiểu bang trong danh sách.
       *[words] Tôi không biết tiểu bang đó. Viết tên hay hai chữ tắt, ví dụ: tiểu bang CA.
    }
forgotten = Xong. Tôi đã quên ngôn ngữ, tiểu bang và cuộc nói chuyện với quý vị.
privacy-title = Tôi giữ gì về quý vị
privacy-kept = Tôi không lưu và không ghi lại những gì quý vị viết. Tôi nhớ chủ đề đang nói trong bộ nhớ vài phút. Nếu quý vị chọn ngôn ngữ hay tiểu bang, tôi lưu lựa chọn đó dưới một mã thay cho tên quý vị.
privacy-platform = App mà quý vị đang dùng, ai đọc được kênh hay phòng này, và điện thoại của quý vị có thể giữ tin nhắn của quý vị. Đừng viết tên, địa chỉ, số A hay số điện thoại ở đây.
privacy-forget = { $manner ->
        [buttons] Nút “Quên tôi” xóa những gì tôi giữ.
       *[words] Viết “quên tôi” để xóa những gì tôi giữ.
    }
about-title = Về Kyr
about = Con người viết các câu trả lời của tôi, kiểm tra với nguồn và ghi ngày. Tôi không bao giờ tự đặt ra câu trả lời. Tôi không phải là luật sư.
about-pack = Bài: { $pack }, phiên bản { $version }, { $topics } chủ đề. Ngôn ngữ: { $languages }.
trouble = { $manner ->
        [buttons] Phía tôi có trục trặc. Xin hỏi lại, hoặc dùng /đường-dây-nóng.
       *[words] Phía tôi có trục trặc. Xin hỏi lại, hoặc viết “đường dây nóng”.
    }
too-many = { $manner ->
        [buttons] Đang có nhiều câu hỏi cùng lúc: xin đợi vài giây rồi hỏi lại; /khẩn-cấp và /đường-dây-nóng lúc nào cũng dùng được.
       *[words] Đang có nhiều câu hỏi cùng lúc: xin đợi vài giây rồi hỏi lại; “khẩn cấp” và “đường dây nóng” lúc nào cũng được trả lời.
    }
welcome = Tôi vẫn ở đây nếu quý vị có câu hỏi khác.

## Phòng chat

room-privacy = Tôi không lưu những gì quý vị viết ở đây. Người trong phòng này và các máy chủ của phòng có thể giữ lại, nên đừng viết tên, địa chỉ hay số A.
room-how-to-ask = Trong phòng này, hãy nhắc tên tôi (mention), trả lời tin của tôi, hoặc bắt đầu bằng { $prefix }.
only-text = Tôi chỉ đọc được chữ. Xin viết câu hỏi bằng chữ.
unreadable = Tôi không đọc được tin của quý vị: khóa để mở tin chưa tới tôi. Xin gửi lại một lần nữa.
settings-title = Cài đặt của phòng này
settings-language-line = Ngôn ngữ: { $language }
settings-region-line = Tiểu bang: { $region }
settings-answers-line = Trả lời: { $answers }
settings-addressed-meaning = chỉ khi có người gọi tôi
settings-clear-meaning = cả những câu hỏi rõ ràng mà không gọi tôi
settings-unset = chưa chọn
settings-saved = Xong.
settings-refused = Chỉ người điều hành phòng này được đổi cài đặt của phòng. Quý vị được chọn cho riêng mình: viết “ngôn ngữ” hay “tiểu bang”.
settings-unknown = Tôi không hiểu cài đặt này.
settings-hint = Người điều hành phòng có thể viết, ví dụ: “cài đặt phòng ngôn ngữ tiếng Việt”, “cài đặt phòng tiểu bang CA”, “cài đặt phòng trả lời câu hỏi rõ” hay “cài đặt phòng trả lời khi được gọi”.

## Những chữ gọi một lệnh

command-help = trợ giúp, giúp, giúp đỡ, giup do, hướng dẫn, cách dùng, cách sử dụng, dùng sao, dùng thế nào, cái này dùng sao, bắt đầu, bat dau, xin chào, chào bạn, chào anh, chào chị, chào em, chào kyr, chào buổi sáng, help, commands, start, hi, hello
command-menu = menu, danh mục, mục lục, danh sách, danh sách chủ đề, danh sach chu de, danh sách đề tài, danh sach de tai, các chủ đề, cac chu de, các đề tài, cac de tai, tất cả chủ đề, tat ca chu de, xem menu, mở menu, hỏi được gì, hoi duoc gi, tôi hỏi được gì, toi hoi duoc gi, tôi có thể hỏi gì, bạn làm được gì, ban lam duoc gi, bạn trả lời được gì, ban tra loi duoc gi, main menu, topics, list, what can you do
command-topic = chủ đề, chu de, đề tài, de tai, mở chủ đề, mo chu de, mở đề tài, mo de tai, bài, mở bài, xem bài, đọc bài, doc bai, topic, open, show
command-language = ngôn ngữ, tiếng, đổi ngôn ngữ, doi ngon ngu, đổi tiếng, doi tieng, đổi sang, doi sang, đổi qua, doi qua, chuyển sang, chuyển qua, trả lời bằng, xin trả lời bằng, nói bằng, hãy nói, xin nói, tôi nói, có nói, biết nói, bạn có nói, bạn biết nói, bạn nói được, ban noi duoc, dịch sang, dịch ra, language, languages, change language, speak
command-region = tiểu bang, bang, tiểu bang của tôi, bang của tôi, tôi ở, tôi ở bang, tôi ở tiểu bang, tôi sống ở, tôi đang ở, toi dang o, em ở, mình ở, chúng tôi ở, gia đình tôi ở, gia dinh toi o, state, my state, region
command-hotlines = đường dây nóng, duong day nong, đường dây, duong day, đường dây giúp đỡ, duong day giup do, số đường dây nóng, so duong day nong, số điện thoại, so dien thoai, số điện thoại giúp đỡ, so dien thoai giup do, số gọi giúp đỡ, so goi giup do, ai giúp được, ai giup duoc, ai giúp được tôi, ai giup duoc toi, ai có thể giúp, ai có thể giúp tôi, gọi ai, tôi gọi ai, hotline, hotlines, phone numbers, who can help
command-more = xem thêm, thêm, thêm nữa, thêm đi, them di, nói thêm, nói thêm đi, noi them di, biết thêm, cho biết thêm, cho tôi biết thêm, chi tiết, thêm chi tiết, tiếp, tiếp tục, tiếp đi, tiep di, còn gì nữa, còn gì nữa không, luật, luật nói gì, more, tell me more, details, go on
command-sources = nguồn, xem nguồn, nguồn ở đâu, nguon o dau, lấy từ đâu, lay tu dau, câu này lấy từ đâu, cau nay lay tu dau, tin ở đâu ra, tin o dau ra, ai nói vậy, ai nói thế, sao bạn biết, làm sao bạn biết, dựa vào đâu, dua vao dau, sources, source, proof
command-privacy = riêng tư, quyền riêng tư, dữ liệu của tôi, bạn giữ gì về tôi, bạn lưu gì về tôi, bạn biết gì về tôi, giữ gì về tôi, lưu gì về tôi, privacy, my data, what do you know about me
command-forget = quên tôi, quên tôi đi, quen toi di, hãy quên tôi, quên em, quên em đi, quen em di, quên mình, quên tui, xóa dữ liệu của tôi, xoá dữ liệu của tôi, xóa tôi, xóa những gì bạn giữ, xóa lựa chọn của tôi, forget me, forget, delete my data, delete me
command-about = giới thiệu, về kyr, kyr là gì, kyr là ai, bạn là ai, bạn là gì, ai làm ra bạn, ai làm bot này, ai viết, ai viết câu trả lời, bot này là gì, phiên bản, about, who are you, what is kyr, version
command-thanks = cảm ơn, cám ơn, cảm ơn bạn, cám ơn bạn, cảm ơn nhiều, cám ơn nhiều, cảm ơn bạn nhiều, cảm ơn rất nhiều, xin cảm ơn, xin cám ơn, cảm ơn kyr, cám ơn kyr, cảm ơn đã giúp, cam on da giup, chân thành cảm ơn, đội ơn, doi on, dạ, vâng, dạ vâng, dạ cảm ơn, dạ cám ơn, không cảm ơn, ok, okay, oke, ok cảm ơn, được rồi, duoc roi, hiểu rồi, tôi hiểu rồi, dạ hiểu, biết rồi, tạm biệt, chào tạm biệt, thanks, thank you, thx, bye
command-none = không, ko, không có, không có cái nào, không cái nào, không phải, không phải cái nào, không đúng, khong dung, không có điều nào đúng, khong co dieu nao dung, không điều nào, khong dieu nao, none, none of these, no, 0
# Chữ đầu tiên được cho người ta thấy. Trong phòng, tin nhắn bắt đầu bằng một trong các chữ này là gửi cho Kyr.
command-prefix = !kyr, !quyền, !quyen
command-settings = cài đặt phòng, cai dat phong, cài đặt của phòng, cai dat cua phong, thiết lập phòng, settings, room settings
settings-answers = trả lời, câu trả lời, answers, answer
settings-clear = câu hỏi rõ, câu hỏi rõ ràng, rõ, rõ ràng, clear, clear questions
settings-addressed = khi được gọi, khi duoc goi, chỉ khi được gọi, chi khi duoc goi, được gọi, duoc goi, addressed, when addressed

## Chữ chỉ điều được đưa ra, theo thứ tự

first = một, thứ nhất, cái thứ nhất, câu thứ nhất, đầu tiên, dau tien, cái đầu, cai dau, cái đầu tiên, cai dau tien, câu đầu, cau dau, số một, số 1, câu 1, mục 1, chọn 1, lựa chọn 1
second = hai, thứ hai, thứ nhì, cái thứ hai, cái thứ nhì, câu thứ hai, số hai, số 2, câu 2, mục 2, chọn 2, lựa chọn 2
third = ba, thứ ba, cái thứ ba, câu thứ ba, số ba, số 3, câu 3, mục 3, chọn 3, lựa chọn 3
fourth = thứ tư, cái thứ tư, câu thứ tư, cái cuối, cái cuối cùng, câu cuối, số bốn, số 4, câu 4, mục 4, chọn 4, lựa chọn 4

## Những chữ nhỏ quanh tên một ngôn ngữ hay một tiểu bang

fillers = ở, tại, trong, nói, cho, gần, bằng, sang, qua, về, của, tiểu bang, bang, xin, làm ơn, giùm, dùm, với, nhé, nha, ạ, đi, di, được không, duoc khong, bây giờ, please

## Phần đầu của câu hỏi về nghĩa của một từ, dài trước ngắn sau

what-is = cho tôi biết nghĩa của từ, cho tôi biết nghĩa của, xin giải thích từ, xin giải thích, giải thích cho tôi, giải thích từ, giải thích chữ, giải thích, ý nghĩa của từ, ý nghĩa của, nghĩa của từ, nghĩa của chữ, nghĩa của, định nghĩa của, dinh nghia cua, định nghĩa, dinh nghia, cho tôi biết về, thế nào là, what is the meaning of, what does, what is an, what is a, what is the, what is, what are, whats, who is, meaning of, define, explain
what-is-end = là gì vậy, là gì thế, là cái gì, là gì, là sao, có nghĩa là gì, nghĩa là gì, là ai
