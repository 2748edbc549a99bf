### أسماء أوامر Kyr ووصفها على Discord، والكلمات على أزراره.
### الأسماء: بدون مسافات، 32 حرفاً على الأكثر. الوصف: 100 حرف على الأكثر. الأزرار: 80 على الأكثر.
### ليس في Discord واجهة بالعربية، فيرى الناس أسماء الأوامر بالإنجليزية فقط. لذلك تبقى الأسماء هنا كما تظهر لهم.

## الأوامر

slash-ask = ask
slash-ask-about = السؤال عن حقوقك، بكلماتك ولغتك
slash-question = question
slash-question-about = سؤالك في جملة واحدة؛ بدون أسماء أو عناوين أو أرقام الأجنبي (A-number)
slash-rights = rights
slash-rights-about = كل ما أستطيع الإجابة عنه، حسب القسم والموضوع
slash-section = section
slash-section-about = جزء من قائمة المواضيع
slash-topic = topic
slash-topic-about = موضوع؛ يُرجى بدء الكتابة ثم الاختيار
slash-emergency = emergency
slash-emergency-about = هذا يحدث الآن: أقصر الخطوات، وبمن يُتصل
slash-hotlines = hotlines
slash-hotlines-about = أشخاص يمكنهم المساعدة، وأرقام هواتفهم
slash-state = state
slash-state-about = ولايتك الأمريكية؛ يُرجى بدء الكتابة ثم الاختيار
slash-language = language
slash-language-about = اختيار اللغة التي أجيبك بها
slash-language-choice-about = لغة؛ يُرجى بدء الكتابة ثم الاختيار
slash-privacy = privacy
slash-privacy-about = ماذا أحفظ عنك، وكيف يُحذف
slash-about = about
slash-about-about = من يكتب الإجابات، وكيف يتم التأكد منها
slash-help = help
slash-help-about = كيف يُستعمل Kyr
slash-settings = settings
slash-settings-about = لغة هذا الخادم وولايته وقنواته العلنية؛ لمن يديرون الخادم
slash-settings-language-about = لغة هذا الخادم، للرسائل التي لا تُظهر لغتها
slash-settings-state-about = الولاية الأمريكية لهذا الخادم
slash-channel = channel
slash-channel-about = قناة، للسماح بإجابات يراها الجميع أو منعها
slash-public = public
slash-public-about = هل يجوز عرض الإجابات على الجميع في هذه القناة
slash-message = Ask Kyr

## الأزرار والقوائم

button-more = المزيد
button-sources = المصادر
button-show = عرض على القناة
button-forget = انسني
pick-topic = اختيار موضوع
pick-section = اختيار قسم
choice-none = غير محدد

## ما يحدث معها

old-button = هذا الزر من نسخة أقدم. يُرجى السؤال مرة أخرى مع /ask
show-refused = لا يجوز عرض الإجابات على الجميع في هذه القناة.
server-settings-title = إعدادات هذا الخادم
server-settings-public-line = إجابات يراها الجميع: { $channels }
server-settings-everywhere = في كل القنوات
server-settings-some = في بعض قنواته (العدد: { $count })
server-settings-refused = لا يستطيع تغيير إعدادات الخادم إلا من يجوز لهم إدارته. يمكنك اختيار لغتك أنت مع /language
server-settings-channel = يُرجى اختيار قناة، وأيضاً هل يجوز عرض الإجابات فيها.
server-settings-hint = يُستعمل /settings مع لغة أو ولاية أو قناة. ما دامت لا توجد قناة مسموح بها، يجوز عرض الإجابات في كل القنوات.
answer-privately = في هذه القناة أجيب فقط بحيث لا يرى غيرك الإجابة: مع /ask
