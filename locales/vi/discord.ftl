### Tên và lời mô tả các lệnh của Kyr trên Discord, và chữ trên các nút.
### Tên: chữ thường, không khoảng trống, nhiều nhất 32 chữ cái. Mô tả: nhiều nhất 100. Nút: nhiều nhất 80.

## Lệnh

slash-ask = hỏi
slash-ask-about = Hỏi về quyền của quý vị, bằng lời và ngôn ngữ của mình
slash-question = câu-hỏi
slash-question-about = Câu hỏi của quý vị, trong một câu; không ghi tên, địa chỉ hay số A
slash-rights = quyền
slash-rights-about = Tất cả những gì tôi trả lời được, theo phần và chủ đề
slash-section = phần
slash-section-about = Một phần của danh sách chủ đề
slash-topic = chủ-đề
slash-topic-about = Một chủ đề; bắt đầu viết rồi chọn
slash-emergency = khẩn-cấp
slash-emergency-about = Đang xảy ra ngay bây giờ: các bước ngắn nhất, và gọi cho ai
slash-hotlines = đường-dây-nóng
slash-hotlines-about = Người có thể giúp, và số điện thoại của họ
slash-state = tiểu-bang
slash-state-about = Tiểu bang của quý vị ở Mỹ; bắt đầu viết rồi chọn
slash-language = ngôn-ngữ
slash-language-about = Chọn ngôn ngữ mà tôi dùng để trả lời quý vị
slash-language-choice-about = Một ngôn ngữ; bắt đầu viết rồi chọn
slash-privacy = riêng-tư
slash-privacy-about = Tôi giữ gì về quý vị, và cách xóa
slash-about = giới-thiệu
slash-about-about = Ai viết các câu trả lời, và kiểm tra ra sao
slash-help = trợ-giúp
slash-help-about = Cách dùng Kyr
slash-settings = cài-đặt
slash-settings-about = Ngôn ngữ, tiểu bang và kênh công khai của máy chủ này; cho người quản lý máy chủ
slash-settings-language-about = Ngôn ngữ của máy chủ này, cho tin nhắn không cho biết ngôn ngữ của mình
slash-settings-state-about = Tiểu bang ở Mỹ của máy chủ này
slash-channel = kênh
slash-channel-about = Một kênh, để cho phép hay cấm câu trả lời mà mọi người đều thấy
slash-public = công-khai
slash-public-about = Có được cho mọi người trong kênh đó thấy câu trả lời hay không
slash-message = Hỏi Kyr

## Nút và danh sách

button-more = Xem thêm
button-sources = Nguồn
button-show = Cho cả kênh xem
button-forget = Quên tôi
pick-topic = Chọn một chủ đề
pick-section = Chọn một phần
choice-none = chưa chọn

## Những gì xảy ra với chúng

old-button = Nút này là của một phiên bản cũ. Xin hỏi lại với /hỏi.
show-refused = Trong kênh này không được cho mọi người thấy câu trả lời.
server-settings-title = Cài đặt của máy chủ này
server-settings-public-line = Câu trả lời mà mọi người đều thấy: { $channels }
server-settings-everywhere = trong mọi kênh
server-settings-some = trong { $count } kênh
server-settings-refused = Chỉ người được quản lý máy chủ mới đổi được cài đặt của máy chủ. Quý vị được chọn ngôn ngữ của mình với /ngôn-ngữ.
server-settings-channel = Xin chọn cả kênh lẫn việc có được cho xem câu trả lời ở đó hay không.
server-settings-hint = Dùng /cài-đặt với một ngôn ngữ, một tiểu bang hay một kênh. Khi chưa có kênh nào được cho phép, câu trả lời được cho xem trong mọi kênh.
answer-privately = Trong kênh này tôi chỉ trả lời sao cho không ai khác thấy: dùng /hỏi.
