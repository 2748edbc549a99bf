### Kyr在Discord上的指令的名称和说明，以及按钮上的字。
### 名称：小写，没有空格，最多32个字。说明：最多100个字。按钮：最多80个字。

## 指令

slash-ask = 提问
slash-ask-about = 用您自己的话和语言，问您有哪些权利
slash-question = 问题
slash-question-about = 您的问题，用一句话；不要写名字、地址或A号码
slash-rights = 权利
slash-rights-about = 我能回答的全部内容，按类别和主题
slash-section = 类别
slash-section-about = 主题名单的一个部分
slash-topic = 主题
slash-topic-about = 一个主题；开始输入，然后选
slash-emergency = 紧急情况
slash-emergency-about = 事情正在发生：最短的步骤，可以打电话给谁
slash-hotlines = 热线
slash-hotlines-about = 能帮忙的人和他们的电话号码
slash-state = 州
slash-state-about = 您在美国的哪个州；开始输入，然后选
slash-language = 语言
slash-language-about = 选择我用哪种语言回答您
slash-language-choice-about = 一种语言；开始输入，然后选
slash-privacy = 隐私
slash-privacy-about = 我保存您的什么，怎样删除
slash-about = 关于
slash-about-about = 答案是谁写的，怎样核对
slash-help = 帮助
slash-help-about = 怎样使用Kyr
slash-settings = 设置
slash-settings-about = 这个服务器的语言、州和公开频道；给管理服务器的人用
slash-settings-language-about = 这个服务器的语言，用于看不出是哪种语言的信息
slash-settings-state-about = 这个服务器所在的美国的州
slash-channel = 频道
slash-channel-about = 一个频道：允许或不允许在那里给出大家都看得到的答案
slash-public = 公开
slash-public-about = 在那个频道里，答案可不可以给大家看
slash-message = 问Kyr

## 按钮和名单

button-more = 更多
button-sources = 来源
button-show = 给频道里的人看
button-forget = 忘记我
pick-topic = 选一个主题
pick-section = 选一个类别
choice-none = 没有设置

## 使用时的回应

old-button = 这个按钮是旧版本的。请用“/提问”再问一次。
show-refused = 在这个频道里，答案不可以给大家看。
server-settings-title = 这个服务器的设置
server-settings-public-line = 大家都看得到的答案：{ $channels }
server-settings-everywhere = 在每个频道
server-settings-some = 在它的{ $count }个频道
server-settings-refused = 只有可以管理服务器的人，才能改它的设置。您可以用“/语言”选自己的语言。
server-settings-channel = 请选一个频道，也选答案可不可以在那里给大家看。
server-settings-hint = 请用“/设置”，选语言、州或频道。只要还没有允许任何频道，答案就可以在每个频道给大家看。
answer-privately = 在这个频道里，我的回答只给您一个人看：请用“/提问”。
