### Kyr自己说的话，简体中文。各主题的文本在content/text/zh-Hans。
### 每条 `command-…` 列出叫出一个指令的词，用逗号隔开。

## 初次接触和帮助

greeting = 您好，我是Kyr。我回答这些问题：面对ICE（移民执法局）和警察，您有哪些权利；他们怎样找到人；怎样保护您的手机和资料。
greeting-hint = { $manner ->
        [buttons] 请用“/提问”，用您自己的话问。如果事情正在发生，请用“/紧急情况”。有危险，请打911。
       *[words] 请用您自己的话问。写“帮助”，看有哪些指令。如果事情正在发生，写“紧急”。有危险，请打911。
    }
help-title = 怎样使用Kyr
help-ask = 用您自己的话问，一句话就行。例如：ICE可以进我家吗？
help-menu = { $manner ->
        [buttons] “/权利”：全部主题。
       *[words] “菜单”：全部主题。“主题 名称”：打开一个主题（中间空一格）。
    }
help-more = { $manner ->
        [buttons] 答案下面的按钮显示法律和细节、答案的来源，以及其他主题。
       *[words] “更多”：上一个答案的法律和细节。“来源”：答案从哪里来。
    }
help-hotlines = { $manner ->
        [buttons] “/热线”：能帮忙的人，也有您那个州的。它会记住您的州。
       *[words] “热线”，或“热线 州名”（中间空一格）：能帮忙的人。
    }
help-region = { $manner ->
        [buttons] “/紧急情况”：事情正在发生时，最短的步骤。
       *[words] “我的州 州名”（中间空一格）：加上您那个州的特别规定。
    }
help-language = { $manner ->
        [buttons] “/语言”：换语言。
       *[words] “语言 名称”（中间空一格）：换语言。
    }
help-privacy = { $manner ->
        [buttons] “/隐私”：我保存您的什么。
       *[words] “隐私”：我保存您的什么。
    }
help-forget = { $manner ->
        [buttons] “/隐私”下面的按钮，删除我保存的您的资料。
       *[words] “forget me”（忘记我）：删除这些资料。
    }
help-about = { $manner ->
        [buttons] “/关于”：答案是谁写的。
       *[words] “关于”：答案是谁写的。
    }

## 菜单和选择

menu-title = 我能回答什么
menu-hint = { $manner ->
        [buttons] 请在下面选一个类别，或者用“/提问”，用您自己的话问。
       *[words] 写一个数字，打开一个类别；或者用您自己的话问。
    }
section-hint = { $manner ->
        [buttons] 请在下面选一个主题。
       *[words] 写一个数字或名称，打开一个主题。
    }
choices-title = 您问的是哪一个？
choices-hint = { $manner ->
        [buttons] 请在下面选。都不是？换个说法再问一次，或者用“/热线”找人帮忙。
       *[words] 请写数字。都不是？换个说法再问一次，或者写“热线”找人帮忙。
    }
not-covered-title = 这个问题，我没有核对过的答案
not-covered = 我只给由人写好、核对过的答案，所以不会乱猜。
not-covered-hint = { $manner ->
        [buttons] 请换个说法，或在下面选，看看我能回答什么，或者找能帮忙的人。
       *[words] 请换个说法，或写一个数字，看看我能回答什么，或者找能帮忙的人。
    }
unserved = 我还不会说{ $language }。我可以用这些语言回答：{ $languages }。
now-hint = { $manner ->
        [buttons] 如果事情正在发生，请用“/紧急情况”。
       *[words] 如果事情正在发生，写“紧急”。
    }

## 答案

disclaimer = 这是一般资料，不是法律建议。
reviewed = 最近一次复查：{ $date }。
overdue = 这个答案本来应该在{ $date }之前复查。有些内容可能过时了：请向律师或热线核实。
withdrawn = 这个答案可能过时，正在复查，所以我先不显示。请找能帮忙的人：
machine-translation = 这是机器翻译，还没有人复查。{ $manner ->
        [buttons] 下面的按钮显示英文原文。
       *[words] 要看英文原文，写“English”。
    }
person-translation = 这是人翻译的，还没有第二个人复查。{ $manner ->
        [buttons] 下面的按钮显示英文原文。
       *[words] 要看英文原文，写“English”。
    }
not-translated = 这个答案还没有翻译，下面是英文。
stale-translation = 翻译之后，英文原文又改过。{ $manner ->
        [buttons] 下面的按钮显示最新的英文。
       *[words] 要看最新的英文，写“English”。
    }
label-say = 您可以用英语说的话
label-meaning = （{ $meaning }）
label-sounds = 读起来像：{ $sounds }
label-law = 法律怎么说
label-practice = 实际上会怎样
label-details = 更多
label-region = 在{ $region }
label-correction = 更正（{ $date }）
label-sources = 来源
label-contacts = 谁能帮忙
label-related = 也请看
label-terms = 词语
label-hours = 时间：{ $hours }
label-languages = 语言：{ $languages }
label-government = 这是政府的
source-line = { $publisher }，“{ $title }”，{ $date }
undated = 没有日期
date = { $year }年{ $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }{ $day }日
month-only = { $year }年{ $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }
more-hint = { $manner ->
        [buttons] 按钮“更多”显示法律和细节。
       *[words] 写“更多”，看法律和细节。
    }
more-nothing = 现在还没有可以多说的答案。请先问一个问题。
no-further = 这个主题就是您看到的这些，没有更多了。

## 内容太多的信息

remove-title = 请删除您刚发的信息
remove = 您刚发的信息里好像有{ $kinds }。为了您的安全，请把它删掉。我没有保存它。
kind-a-number = A号码（外国人登记号）
kind-ssn = 社安号
kind-phone = 电话号码
kind-address = 街道地址

## 热线

hotlines-title = 能帮忙的人，美国各地都可以用
hotlines-region-title = 在{ $region }能帮忙的人
hotlines-nationwide = 美国各地都可以用
hotlines-none = 我手上还没有核实过的{ $region }当地号码。
hotlines-hint = { $manner ->
        [buttons] 要看您那个州的，请用“/热线”，选您的州。
       *[words] 要看您那个州的，写“热线”，空一格，再写州名，例如：热线 伊利诺伊州。
    }

## 设置和说明

language-set = 我会用{ $language }回答。
language-list = 语言：{ $languages }。{ $manner ->
        [buttons] 请用“/语言”选一种。
       *[words] 写“语言”，空一格，再写其中一种，例如：语言 中文。
    }
language-unknown = 我没有这种语言。语言：{ $languages }。
region-set = 我会加上{ $region }的特别规定。
region-none = { $manner ->
        [buttons] 请用“/热线”选您的州。
       *[words] 写“我的州”，空一格，再写您的州，例如：我的州 加州。
    }
region-unknown = { $manner ->
        [buttons] 我不认识这个州。请从名单里选一个。
       *[words] 我不认识这个州。请写州名或两个字母，中间空一格，例如：我的州 CA。
    }
forgotten = 好了。我已经忘记您的语言、您的州和我们的谈话。
privacy-title = 我保存您的什么
privacy-kept = 您写的内容，我不保存，也不记录。我们正在谈的主题，我在内存里记几分钟。如果您选了语言或州，我会把这个选择存下来，放在一个代码下面，不用您的名字。
privacy-platform = 您写字用的App、能看到这个频道或聊天室的人，还有您的手机，都可能保存您的信息。不要在这里写名字、地址、A号码或电话号码。
privacy-forget = { $manner ->
        [buttons] 按“忘记我”按钮，就删除我存下的东西。
       *[words] 写“forget me”（忘记我），就删除我存下的东西。
    }
about-title = 关于Kyr
about = 我的答案是人写的，和来源核对过，并且写明日期。我从来不自己编答案。我不是律师。
about-pack = 文本：{ $pack }，版本{ $version }，{ $topics }个主题。语言：{ $languages }。
trouble = { $manner ->
        [buttons] 我这边出了问题。请再问一次，或者用“/热线”。
       *[words] 我这边出了问题。请再问一次，或者写“热线”。
    }
too-many = { $manner ->
        [buttons] 现在问题很多，请等几秒钟再问；“/紧急情况”和“/热线”随时可以用。
       *[words] 现在问题很多，请等几秒钟再问；写“紧急”或“热线”随时都有回答。
    }
welcome = 如果还有问题，我在这里。

## 聊天室

room-privacy = 您在这里写的，我不保存。但聊天室里的人和服务器可能会保存，所以不要写名字、地址或A号码。
room-how-to-ask = 在这个聊天室里，请提到我的名字、回复我，或者用{ $prefix }开头（后面空一格）。
only-text = 我只能看文字。请把您的问题写出来。
unreadable = 我看不到您的信息：打开它的密钥没有送到我这里。请再发一次。
settings-title = 这个聊天室的设置
settings-language-line = 语言：{ $language }
settings-region-line = 州：{ $region }
settings-answers-line = 回答：{ $answers }
settings-addressed-meaning = 只在有人点名叫我时
settings-clear-meaning = 没有点名叫我、但问得明确的问题，也回答
settings-unset = 没有设置
settings-saved = 好了。
settings-refused = 只有这个聊天室的管理员可以改它的设置。您可以设置自己的：写“语言”或“我的州”。
settings-unknown = 我没有看懂这个设置。
settings-hint = 管理员可以写（词和词之间空一格），例如：“设置 语言 西班牙语”、“设置 州 CA”、“设置 回答 明确”或“设置 回答 点名”。

## 叫出指令的词

command-help = 帮助, 怎么用, 怎么使用, 如何使用, 使用方法, 使用说明, 指令, 开始, 你好, 您好, 嗨, 哈喽, 早上好, 上午好, 下午好, 晚上好, 在吗, 有人吗, 幫助, 怎麼用, 開始, bangzhu, nihao, ni hao, help, start, hi, hello
command-menu = 菜单, 主菜单, 目录, 列表, 主题列表, 所有主题, 全部主题, 有哪些主题, 你能做什么, 您能做什么, 你会做什么, 我能问什么, 能问什么, 我可以问什么, 菜單, 目錄, 選單, caidan, menu, topics, list, what can you do
command-topic = 主题, 打开主题, 主題, zhuti, topic, open, show
command-language = 语言, 换语言, 切换语言, 更换语言, 改语言, 换成, 改成, 切换到, 翻译成, 说, 讲, 用, 你会说, 您会说, 你会说中文吗, 您会说中文吗, 会中文吗, 可以说中文吗, 说中文, 讲中文, 用中文, 用中文回答, 用英文回答, 用英语回答, 简体中文, 語言, 說中文, yuyan, language, change language, speak, lang
command-region = 我的州, 州, 所在州, 我住的州, 我住在, 我在, 我人在, wo de zhou, state, region, my state
command-hotlines = 热线, 热线电话, 热线号码, 帮助热线, 当地热线, 电话号码, 联系电话, 快速反应, 快速反应热线, 谁能帮我, 谁可以帮我, 谁能帮忙, 有谁能帮我, 打给谁, 找谁帮忙, 熱線, 電話號碼, rexian, hotlines, hotline, phone numbers, who can help
command-more = 更多, 更多内容, 多说一点, 再多说一点, 说详细一点, 详细, 详细一点, 详情, 细节, 更多细节, 继续, 接着说, 继续说, 然后呢, 还有呢, 还有吗, 看法律, 相关法律, 詳細, 繼續, gengduo, jixu, more, tell me more, details, continue
command-sources = 来源, 出处, 资料来源, 信息来源, 看来源, 从哪里来的, 哪里来的, 这是哪里来的, 谁说的, 这是谁说的, 有什么根据, 有根据吗, 怎么知道的, 你怎么知道, 您怎么知道, 來源, 出處, laiyuan, sources, source, who says that, proof
command-privacy = 隐私, 我的资料, 我的数据, 你保存什么, 你保存了什么, 您保存什么, 您保存了什么, 你保存我的什么, 您保存我的什么, 你知道我什么, 您知道我什么, 隱私, yinsi, privacy, my data
command-forget = 忘记我, forget me, forget me 忘记我, 请忘记我, 忘了我, 把我忘了, 忘掉我, 删除我的资料, 删除我的数据, 删掉我的资料, 清除我的资料, 删除我, 忘記我, 刪除我的資料, wangji wo, wangjiwo, forget, delete my data, delete me, erase me
command-about = 关于, 关于你, 关于您, 关于kyr, 你是谁, 您是谁, 你是什么, kyr是什么, kyr是谁, 你是机器人吗, 您是机器人吗, 谁做的, 谁做了你, 谁开发的, 谁写的, 谁写的答案, 谁在管理, 版本, 關於, 你是誰, guanyu, ni shi shei, about, who are you, what is kyr, version
command-thanks = 谢谢, 谢谢你, 谢谢您, 多谢, 非常感谢, 太感谢了, 感谢, 好的, 好的谢谢, 好, 可以, 行, 嗯, 是, 是的, 对, 知道了, 明白了, 懂了, 收到, 没事了, 有帮助, 再见, 拜拜, 愿上帝保佑您, 謝謝, 多謝, xiexie, xie xie, thanks, thank you, ok, okay, bye
command-none = 都不是, 都不对, 以上都不是, 没有一个, 没有, 不是, 不, 无, 都没有, 都不對, 沒有, none, none of these, no, 0
# 第一个会显示给人看。在聊天室里，用其中一个开头的信息是给Kyr的。
command-prefix = !kyr, !权利
command-settings = 设置, 设定, 聊天室设置, 設置, 設定, shezhi, settings, setting
settings-answers = 回答, 答案, answers, answer
settings-clear = 明确, 明确的问题, 清楚, 清楚的问题, clear
settings-addressed = 点名, 点名时, 只在点名时, addressed

## 按位置选的词

first = 一, 第一, 第一个, 第1个, 第一项, 1号, 一号, 选一, 选1, 选第一个, 第一個, diyi, diyige, first, the first one, number 1, option 1
second = 二, 第二, 第二个, 第2个, 第二项, 2号, 二号, 选二, 选2, 选第二个, 第二個, dier, dierge, second, the second one, number 2, option 2
third = 三, 第三, 第三个, 第3个, 第三项, 3号, 三号, 选三, 选3, 选第三个, 第三個, disan, disange, third, the third one, number 3, option 3
fourth = 四, 第四, 第四个, 第4个, 第四项, 4号, 四号, 选四, 选4, 选第四个, 第四個, 最后一个, disi, disige, fourth, the last one, number 4, option 4

## 语言名或州名旁边的小词

fillers = 在, 请, 麻烦, 附近, 这里, 现在, 吧, 的, qing, please, pls, in, for

## 问词义的问题的开头，最长的在前

what-is = what is the meaning of, what's the meaning of, shenme jiaozuo, what is the, shenme jiao, what is an, shenme shi, 请您解释一下什么是, what is a, 请解释一下什么是, 我想知道什么是, 解释一下什么是, explain, what is, 告诉我什么是, 请问什么叫做, define, what's, 请问什么叫, 请问什么是, 请解释一下, whats, 解释一下, 什么叫做, 请解释, 什么叫, 什么是, 什麼是, 啥叫, 啥是, 解释
what-is-end = 是什么意思, 是什么东西, 是什么, 是啥意思, 是啥, 什么意思, 是什麼意思, 是什麼, 是干什么的, 是做什么的, 指什么, 是谁, shi shenme yisi, shi shenme, shi sha
