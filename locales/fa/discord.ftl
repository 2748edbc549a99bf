### نام و توضیح فرمان‌های Kyr در Discord، و کلمه‌های روی دکمه‌ها.
### توضیح: حداکثر 100 حرف. دکمه: حداکثر 80 حرف.
### Discord صفحهٔ فارسی ندارد و مردم فقط نام انگلیسی فرمان‌ها را می‌بینند. برای همین نام‌ها اینجا انگلیسی مانده است.

## فرمان‌ها

slash-ask = ask
slash-ask-about = دربارهٔ حقوقتان بپرسید، با کلمه‌ها و زبان خودتان
slash-question = question
slash-question-about = سؤال شما در یک جمله؛ بدون نام، آدرس یا A-number (شمارهٔ پروندهٔ مهاجرت)
slash-rights = rights
slash-rights-about = هر چه می‌توانم به آن جواب بدهم، بر اساس بخش و موضوع
slash-section = section
slash-section-about = یک بخش از فهرست موضوع‌ها
slash-topic = topic
slash-topic-about = یک موضوع؛ شروع به نوشتن کنید و انتخاب کنید
slash-emergency = emergency
slash-emergency-about = همین حالا دارد اتفاق می‌افتد: کوتاه‌ترین قدم‌ها، و به چه کسی زنگ بزنید
slash-hotlines = hotlines
slash-hotlines-about = کسانی که می‌توانند کمک کنند، و شمارهٔ تلفنشان
slash-state = state
slash-state-about = ایالت شما در آمریکا؛ شروع به نوشتن کنید و انتخاب کنید
slash-language = language
slash-language-about = زبانی را که با آن جواب می‌دهم انتخاب کنید
slash-language-choice-about = یک زبان؛ شروع به نوشتن کنید و انتخاب کنید
slash-privacy = privacy
slash-privacy-about = چه چیزی از شما نگه می‌دارم، و چطور آن را پاک کنید
slash-about = about
slash-about-about = چه کسی جواب‌ها را می‌نویسد، و چطور بررسی می‌شود
slash-help = help
slash-help-about = چطور از Kyr استفاده کنید
slash-settings = settings
slash-settings-about = زبان، ایالت و کانال‌های علنی این سرور؛ برای کسانی که سرور را اداره می‌کنند
slash-settings-language-about = زبان این سرور، برای پیام‌هایی که زبانشان معلوم نیست
slash-settings-state-about = ایالت این سرور در آمریکا
slash-channel = channel
slash-channel-about = کانالی که جواب دادن پیش چشم همه در آن مجاز یا ممنوع شود
slash-public = public
slash-public-about = آیا جواب‌ها در آن کانال به همه نشان داده شود
slash-message = Ask Kyr

## دکمه‌ها و فهرست‌ها

button-more = بیشتر
button-sources = منابع
button-show = نشان دادن به همهٔ کانال
button-forget = مرا فراموش کن
pick-topic = یک موضوع انتخاب کنید
pick-section = یک بخش انتخاب کنید
choice-none = تعیین نشده

## آنچه با آن‌ها پیش می‌آید

old-button = این دکمه مال نسخهٔ قدیمی‌تر است. لطفاً دوباره با /ask بپرسید.
show-refused = در این کانال اجازه نیست جواب‌ها به همه نشان داده شود.
server-settings-title = تنظیمات این سرور
server-settings-public-line = جواب‌هایی که همه می‌بینند: { $channels }
server-settings-everywhere = در همهٔ کانال‌ها
server-settings-some = در { $count } کانال این سرور
server-settings-refused = فقط کسانی که اجازهٔ ادارهٔ سرور را دارند می‌توانند تنظیمات آن را عوض کنند. زبان خودتان را با /language می‌توانید انتخاب کنید.
server-settings-channel = هم یک کانال را انتخاب کنید، و هم این که آیا جواب‌ها آنجا نشان داده شود.
server-settings-hint = از /settings با یک زبان، ایالت یا کانال استفاده کنید. تا وقتی هیچ کانالی مجاز نشده، جواب‌ها را می‌توان در همهٔ کانال‌ها نشان داد.
answer-privately = در این کانال فقط طوری جواب می‌دهم که کس دیگری نبیند: با /ask بپرسید.
