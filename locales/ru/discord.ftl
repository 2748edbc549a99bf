### Названия и описания команд Kyr в Discord и слова на его кнопках.
### Названия: маленькие буквы, без пробелов, не больше 32 знаков. Описания: не больше 100. Кнопки: не больше 80.

## Команды

slash-ask = спросить
slash-ask-about = Спросите о своих правах своими словами и на своём языке
slash-question = вопрос
slash-question-about = Ваш вопрос одной фразой; без имён, адресов и A-номеров
slash-rights = права
slash-rights-about = Всё, на что я могу ответить, по разделам и темам
slash-section = раздел
slash-section-about = Часть списка тем
slash-topic = тема
slash-topic-about = Тема; начните писать и выберите
slash-emergency = срочно
slash-emergency-about = Это происходит сейчас: самые короткие шаги и кому звонить
slash-hotlines = линии
slash-hotlines-about = Люди, которые могут помочь, и их телефоны
slash-state = штат
slash-state-about = Ваш штат США; начните писать и выберите
slash-language = язык
slash-language-about = Выберите язык, на котором я вам отвечаю
slash-language-choice-about = Язык; начните писать и выберите
slash-privacy = мои-данные
slash-privacy-about = Что я храню о вас и как это удалить
slash-about = о-боте
slash-about-about = Кто пишет ответы и как их проверяют
slash-help = помощь
slash-help-about = Как пользоваться Kyr
slash-settings = настройки
slash-settings-about = Язык, штат и открытые каналы этого сервера; для тех, кто им управляет
slash-settings-language-about = Язык этого сервера, для сообщений, по которым язык не понять
slash-settings-state-about = Штат США для этого сервера
slash-channel = канал
slash-channel-about = Канал, где разрешить или запретить ответы, которые видят все
slash-public = видно-всем
slash-public-about = Можно ли в этом канале показывать ответы всем
slash-message = Спросить Kyr

## Кнопки и списки

button-more = Подробнее
button-sources = Источники
button-show = Показать в канале
button-forget = Забудь меня
pick-topic = Выберите тему
pick-section = Выберите раздел
choice-none = не выбрано

## Что с ними происходит

old-button = Эта кнопка от старой версии. Пожалуйста, спросите снова: /спросить.
show-refused = В этом канале нельзя показывать ответы всем.
server-settings-title = Настройки этого сервера
server-settings-public-line = Ответы, которые видят все: { $channels }
server-settings-everywhere = во всех каналах
server-settings-some = не во всех каналах (разрешённых каналов: { $count })
server-settings-refused = Менять настройки могут только те, кто управляет сервером. Свой язык можно выбрать так: /язык.
server-settings-channel = Выберите и канал, и можно ли показывать в нём ответы.
server-settings-hint = Напишите /настройки и выберите язык, штат или канал. Пока не разрешён ни один канал, ответы можно показывать во всех каналах.
answer-privately = В этом канале я отвечаю только так, чтобы никто другой не видел: /спросить.
