//! The words of pages that belong to no text, in every language that has some: one line or more a language, phrases in
//! lower case divided by `|`. A phrase that could open a sentence of somebody's text has no place here.

use super::phrase::{Phrases, phrases};

/// Whole lines, without what is no letter or digit at their ends.
pub(super) static WHOLE: Phrases = phrases!(
    "memo|memorandum|advertisement|advertisements|advertising|sponsored|sponsored content|scroll to continue|\
    scroll to continue with content|story continues below|story continues below advertisement|\
    article continues below|\
    continue reading|article continues after ad|skip advertisement|read more|read also|see also|share this|\
    share this article|share this story|share|tweet|print|email|subscribe|subscribe now|sign up|sign in|log in|\
    related articles|related stories|related|most read|most popular|trending now|view comments|view gallery|view fullscreen|leave a comment|\
    comments|\
    back to top|all rights reserved|show more|load more|more on this story|we use cookies|accept all|\
    accept cookies|reject all|\
    cookie settings|manage cookies|newsletter|copy link|save for later|skip to main content|skip to content|\
    anzeige|werbung|mehr zum thema|weiterlesen|mehr lesen|artikel teilen|teilen|drucken|merken|kommentare|\
    kommentar schreiben|jetzt abonnieren|abonnieren|newsletter abonnieren|anmelden|einloggen|alle rechte vorbehalten|\
    nach oben|zum seitenanfang|lesen sie auch|cookies akzeptieren|alle akzeptieren|alle cookies akzeptieren|\
    cookie-einstellungen|ablehnen|mehr anzeigen|meistgelesen|auch interessant|nach der werbung weiterlesen|\
    scrollen um weiterzulesen|weiter nach der anzeige|link kopieren|zum hauptinhalt springen|\
    publicité|lire aussi|à lire aussi|lire la suite|la suite après la publicité|partager|partager cet article|\
    imprimer|\
    commentaires|commenter|s'abonner|je m'abonne|abonnez-vous|se connecter|tous droits réservés|tout accepter|\
    tout refuser|accepter les cookies|gérer les cookies|paramétrer les cookies|les plus lus|sur le même sujet|\
    retour en haut|copier le lien|voir plus|voir aussi|article réservé aux abonnés|faites défiler pour continuer|\
    publicidad|leer más|lea también|lee también|te puede interesar|compartir|compartir este artículo|imprimir|\
    comentarios|suscríbete|suscribirse|suscríbete ahora|iniciar sesión|todos los derechos reservados|aceptar todo|\
    aceptar cookies|aceptar todas las cookies|rechazar todo|configurar cookies|lo más leído|seguir leyendo|ver más|\
    noticias relacionadas|volver arriba|copiar enlace|continúa leyendo|desplázate para continuar|\
    pubblicità|leggi anche|leggi tutto|continua a leggere|condividi|condividi questo articolo|stampa|commenti|\
    abbonati|\
    iscriviti|accedi|tutti i diritti riservati|riproduzione riservata|accetta tutto|accetta i cookie|rifiuta tutto|\
    gestisci i cookie|i più letti|articoli correlati|torna su|copia link|scorri per continuare|vedi anche|\
    mostra altro|\
    publicidade|leia também|leia mais|continue lendo|continua após a publicidade|compartilhe|compartilhar|partilhar|\
    partilhe este artigo|comentários|assine|assine já|assine agora|entrar|todos os direitos reservados|aceitar tudo|\
    aceitar cookies|aceitar todos os cookies|rejeitar tudo|gerir cookies|mais lidas|mais lidos|notícias relacionadas|\
    veja também|saiba mais|voltar ao topo|copiar link|role para continuar|\
    advertentie|lees ook|lees meer|lees verder|deel dit artikel|deel|delen|afdrukken|reacties|reageer|abonneer nu|\
    word abonnee|inloggen|aanmelden|alle rechten voorbehouden|alles accepteren|cookies accepteren|\
    alle cookies accepteren|alles weigeren|cookie-instellingen|meest gelezen|gerelateerde artikelen|naar boven|\
    kopieer link|scrol om verder te lezen|verder lezen na de advertentie|bekijk ook|\
    annons|annonsering|läs också|läs mer|läs även|fortsätt läsa|dela|dela artikeln|skriv ut|kommentarer|prenumerera|\
    bli prenumerant|logga in|alla rättigheter förbehållna|acceptera alla|acceptera cookies|godkänn alla|\
    godkänn cookies|neka alla|cookie-inställningar|mest läst|relaterade artiklar|till toppen|kopiera länk|\
    artikeln fortsätter efter annonsen|skrolla för att fortsätta|\
    annonce|annoncer|læs også|læs mere|læs videre|del artiklen|del|kommentarer|abonner|bliv abonnent|log ind|\
    alle rettigheder forbeholdes|accepter alle|accepter cookies|accepter alle cookies|afvis alle|\
    cookie-indstillinger|mest læste|relaterede artikler|til toppen|kopier link|artiklen fortsætter efter annoncen|\
    scroll for at fortsætte|\
    annonse|annonser|les også|les mer|les videre|del artikkelen|skriv ut|bli abonnent|logg inn|\
    alle rettigheter reservert|godta alle|godta cookies|godta alle informasjonskapsler|avvis alle|mest lest|\
    relaterte artikler|til toppen|kopier lenke|artikkelen fortsetter under annonsen|rull for å fortsette|\
    mainos|lue myös|lue lisää|jatka lukemista|jaa|jaa artikkeli|tulosta|kommentit|tilaa|tilaa nyt|tilaa uutiskirje|\
    kirjaudu|kirjaudu sisään|kaikki oikeudet pidätetään|hyväksy kaikki|hyväksy evästeet|hyväksy kaikki evästeet|\
    hylkää kaikki|evästeasetukset|luetuimmat|aiheeseen liittyvää|takaisin ylös|kopioi linkki|\
    juttu jatkuu mainoksen jälkeen|\
    artikkeli jatkuu mainoksen jälkeen|jatkuu mainoksen jälkeen|vieritä jatkaaksesi|\
    reklama|czytaj także|czytaj też|czytaj więcej|czytaj dalej|przeczytaj także|zobacz także|zobacz też|udostępnij|\
    drukuj|komentarze|dodaj komentarz|subskrybuj|prenumeruj|zaloguj się|zarejestruj się|\
    wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|akceptuj wszystkie|akceptuję|zaakceptuj wszystkie|\
    odrzuć wszystkie|ustawienia cookies|najczęściej czytane|powiązane artykuły|do góry|kopiuj link|\
    dalszy ciąg artykułu pod reklamą|dalsza część artykułu pod materiałem wideo|przewiń, aby kontynuować|\
    inzerce|reklama|čtěte také|čtěte více|číst dál|číst více|pokračovat ve čtení|sdílet|sdílet článek|vytisknout|\
    tisk|komentáře|diskuse|vstoupit do diskuse|předplatit|přihlásit se|všechna práva vyhrazena|přijmout vše|\
    přijmout cookies|odmítnout vše|nastavení cookies|nejčtenější|související články|související|nahoru|\
    zkopírovat odkaz|článek pokračuje pod reklamou|posuňte se dál|\
    реклама|на правах рекламы|читайте также|читать далее|читать дальше|читайте ещё|подробнее|поделиться|\
    поделиться статьёй|поделиться новостью|печать|распечатать|комментарии|оставить комментарий|подписаться|\
    подпишитесь|войти|зарегистрироваться|все права защищены|принять все|принять cookies|отклонить все|\
    настройки cookie|самое читаемое|популярное|похожие материалы|материалы по теме|по теме|наверх|\
    скопировать ссылку|прокрутите, чтобы продолжить|продолжение после рекламы|\
    на правах реклами|читайте також|читати далі|детальніше|поділитися|поширити|друк|роздрукувати|коментарі|\
    залишити коментар|підписатися|підпишіться|увійти|зареєструватися|усі права захищено|всі права захищено|\
    прийняти всі|прийняти cookies|відхилити всі|найпопулярніше|матеріали за темою|за темою|нагору|\
    скопіювати посилання|прокрутіть, щоб продовжити|\
    reklam|ilan|ayrıca okuyun|bunları da okuyun|devamını oku|haberin devamı|okumaya devam et|ilgili haberler|paylaş|\
    haberi paylaş|yazdır|yorumlar|yorum yap|abone ol|hemen abone ol|giriş yap|kayıt ol|tüm hakları saklıdır|\
    tümünü kabul et|çerezleri kabul et|tümünü reddet|çerez ayarları|en çok okunanlar|başa dön|bağlantıyı kopyala|\
    devam etmek için kaydırın|\
    إعلان|إعلانات|اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|إقرأ أيضا|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|\
    أخبار ذات صلة|شارك|شارك المقال|شارك الخبر|مشاركة|طباعة|التعليقات|تعليقات|أضف تعليقا|اشترك|اشترك الآن|\
    تسجيل الدخول|تسجيل|جميع الحقوق محفوظة|قبول الكل|رفض الكل|إعدادات ملفات تعريف الارتباط|الأكثر قراءة|\
    الأكثر مشاهدة|العودة إلى الأعلى|نسخ الرابط|مرر للمتابعة|يستمر المقال بعد الإعلان|تابع القراءة|\
    آگهی|تبلیغات|تبلیغ|بیشتر بخوانید|بیشتر بخوانید:|همچنین بخوانید|ادامه مطلب|ادامه خبر|مطالب مرتبط|اخبار مرتبط|\
    اشتراک گذاری|اشتراک‌گذاری|به اشتراک بگذارید|چاپ|نظرات|دیدگاه‌ها|ارسال نظر|عضویت|مشترک شوید|ورود|ثبت نام|ثبت‌نام|\
    تمامی حقوق محفوظ است|همه حقوق محفوظ است|پذیرش همه|پذیرش کوکی‌ها|رد همه|پربازدیدترین‌ها|بازگشت به بالا|کپی لینک|\
    विज्ञापन|यह भी पढ़ें|ये भी पढ़ें|और पढ़ें|आगे पढ़ें|पूरा पढ़ें|संबंधित खबरें|संबंधित लेख|शेयर करें|\
    साझा करें|शेयर|प्रिंट करें|टिप्पणियाँ|\
    टिप्पणी करें|सब्सक्राइब करें|सदस्यता लें|लॉग इन करें|साइन इन करें|सर्वाधिकार सुरक्षित|सभी अधिकार सुरक्षित|\
    सभी स्वीकार करें|\
    कुकीज़ स्वीकार करें|सबसे ज्यादा पढ़े गए|ऊपर जाएं|लिंक कॉपी करें|जारी रखने के लिए स्क्रॉल करें|\
    विज्ञापन के बाद जारी|\
    বিজ্ঞাপন|আরও পড়ুন|আরো পড়ুন|আরও পড়ুন:|বিস্তারিত পড়ুন|সম্পর্কিত খবর|শেয়ার করুন|শেয়ার|প্রিন্ট করুন|\
    মন্তব্য|মন্তব্য করুন|\
    সাবস্ক্রাইব করুন|গ্রাহক হোন|লগ ইন করুন|লগইন|সর্বস্বত্ব সংরক্ষিত|সব গ্রহণ করুন|কুকি গ্রহণ করুন|সর্বাধিক পঠিত|\
    উপরে যান|\
    লিংক কপি করুন|চালিয়ে যেতে স্ক্রল করুন|\
    iklan|baca juga|baca selengkapnya|selengkapnya|lanjutkan membaca|lanjut membaca|scroll untuk melanjutkan|\
    scroll untuk melanjutkan membaca|gulir untuk lanjut membaca|gulir untuk melanjutkan|advertisement|\
    artikel terkait|berita terkait|bagikan|bagikan artikel ini|bagikan berita ini|cetak|komentar|tulis komentar|\
    berlangganan|berlangganan sekarang|masuk|daftar|hak cipta dilindungi|hak cipta dilindungi undang-undang|\
    terima semua|\
    terima cookie|tolak semua|pengaturan cookie|terpopuler|paling banyak dibaca|kembali ke atas|salin tautan|\
    quảng cáo|xem thêm|đọc thêm|đọc tiếp|tin liên quan|bài viết liên quan|chia sẻ|chia sẻ bài viết|in bài viết|\
    bình luận|\
    gửi bình luận|đăng ký|đăng ký ngay|đăng nhập|mọi quyền được bảo lưu|chấp nhận tất cả|chấp nhận cookie|\
    từ chối tất cả|đọc nhiều|đọc nhiều nhất|về đầu trang|sao chép liên kết|cuộn xuống để tiếp tục|\
    广告|廣告|阅读更多|閱讀更多|更多阅读|延伸阅读|延伸閱讀|相关阅读|相关新闻|相關新聞|相关文章|相關文章|推荐阅读|分享|分享到|分享文章|\
    分享至|打印|列印|评论|評論|留言|发表评论|發表評論|订阅|訂閱|立即订阅|立即訂閱|登录|登入|注册|註冊|版权所有|版權所有|全部接受|\
    接受所有cookie|全部拒绝|cookie设置|返回顶部|回到頂部|复制链接|複製連結|点击查看更多|查看更多|向下滚动继续阅读|请继续往下阅读|\
    請繼續往下閱讀|热门文章|熱門文章|责任编辑|\
    広告|続きを読む|もっと見る|あわせて読みたい|合わせて読みたい|関連記事|関連ニュース|おすすめ記事|シェア|シェアする|\
    この記事をシェア|この記事をシェアする|印刷|コメント|コメントする|購読する|登録|会員登録|無料会員登録|ログイン|無断転載禁止|\
    無断転載を禁じます|すべて同意する|すべて許可|すべて拒否|同意する|クッキー設定|クッキーの設定|人気記事|アクセスランキング|\
    ページトップへ|リンクをコピー|スクロールして続きを読む|次ページへ|\
    광고|더 보기|더보기|더 읽기|계속 읽기|이어서 읽기|관련 기사|관련기사|관련 뉴스|함께 보면 좋은 기사|공유|공유하기|기사 공유|인쇄|댓글|\
    댓글 쓰기|구독|구독하기|지금 구독하기|로그인|회원가입|모두 동의|모두 수락|모두 거부|쿠키 설정|많이 본 뉴스|많이 본 기사|맨 위로|\
    링크 복사|url 복사|무단전재 및 재배포 금지|무단 전재 및 재배포 금지|무단 전재-재배포 금지|계속하려면 스크롤하세요|\
    โฆษณา|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|แชร์|แชร์บทความ|\
    แชร์ข่าวนี้|พิมพ์|ความคิดเห็น|\
    แสดงความคิดเห็น|สมัครรับข่าวสาร|สมัครสมาชิก|ติดตาม|เข้าสู่ระบบ|สงวนลิขสิทธิ์|ยอมรับทั้งหมด|ยอมรับคุกกี้|\
    ปฏิเสธทั้งหมด|\
    ตั้งค่าคุกกี้|ข่าวยอดนิยม|กลับขึ้นด้านบน|คัดลอกลิงก์|เลื่อนลงเพื่ออ่านต่อ|\
    διαφήμιση|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|δείτε επίσης|συνέχεια ανάγνωσης|\
    σχετικά άρθρα|κοινοποίηση|κοινοποιήστε|μοιραστείτε|μοιραστείτε το άρθρο|εκτύπωση|σχόλια|σχολιάστε|εγγραφή|\
    εγγραφείτε|εγγραφείτε τώρα|σύνδεση|με επιφύλαξη παντός δικαιώματος|αποδοχή όλων|αποδοχή cookies|απόρριψη όλων|\
    ρυθμίσεις cookies|δημοφιλή|τα πιο δημοφιλή|επιστροφή στην κορυφή|αντιγραφή συνδέσμου|κάντε κύλιση για συνέχεια|\
    פרסומת|תוכן ממומן|קראו גם|קרא גם|קרא עוד|קראו עוד|להמשך קריאה|המשך קריאה|כתבות קשורות|כתבות נוספות|שתף|שתפו|\
    שיתוף|\
    שתפו את הכתבה|הדפסה|הדפס|תגובות|הוסף תגובה|הוסיפו תגובה|הרשמה|הירשמו|הירשמו עכשיו|התחברות|התחבר|\
    כל הזכויות שמורות|\
    קבל הכל|אשר הכל|דחה הכל|הגדרות עוגיות|הנקראות ביותר|חזרה למעלה|העתק קישור|גללו להמשך|\
    publicitate|citește și|citeşte şi|citiți și|citește mai mult|citește mai departe|continuă lectura|\
    articole similare|\
    articole recomandate|distribuie|distribuie articolul|tipărește|comentarii|lasă un comentariu|abonează-te|\
    abonează-te acum|autentificare|conectare|toate drepturile rezervate|acceptă tot|acceptă toate|\
    acceptă cookie-urile|\
    respinge tot|setări cookie|cele mai citite|înapoi sus|copiază linkul|derulează pentru a continua|\
    hirdetés|olvassa el ezt is|olvasd el ezt is|ez is érdekelheti|tovább olvasom|tovább|bővebben|kapcsolódó cikkek|\
    kapcsolódó|megosztás|oszd meg|cikk megosztása|nyomtatás|hozzászólások|hozzászólok|előfizetés|előfizetek|\
    feliratkozás|feliratkozom|bejelentkezés|belépés|regisztráció|minden jog fenntartva|összes elfogadása|\
    elfogadom|sütik elfogadása|összes elutasítása|sütibeállítások|legolvasottabb|vissza a tetejére|link másolása|\
    görgessen a folytatáshoz|a cikk a hirdetés után folytatódik",
);

/// How longer lines begin; what follows is theirs.
pub(super) static BEGINNINGS: Phrases = phrases!(
    "read more:|read more about|read also:|see also:|also read:|related:|watch:|listen:|watch more:|subscribe to our|\
    subscribe to the|sign up for our|sign up to our|sign up for the|sign up to receive|follow us on|like us on|\
    join us on|click here to|click here for|download our app|download the app|this website uses cookies|\
    this site uses cookies|we use cookies to|we use cookies and|we use cookies on|we use cookies for|\
    we and our partners use cookies|by continuing to use this site|\
    by continuing to browse|accept all cookies|get our newsletter|get the latest news|share on|share via|read next:|\
    scroll down to continue|copyright ©|© |\
    lesen sie auch|lesen sie mehr|mehr zum thema:|auch interessant:|abonnieren sie unseren|abonnieren sie den|\
    melden sie sich für unseren newsletter|folgen sie uns auf|diese website verwendet cookies|\
    diese webseite verwendet cookies|diese seite verwendet cookies|wir verwenden cookies|wir nutzen cookies|\
    klicken sie hier|laden sie unsere app|auf facebook teilen|auf twitter teilen|auf whatsapp teilen|\
    lire aussi|à lire aussi|lire également|voir aussi :|abonnez-vous à|inscrivez-vous à notre newsletter|\
    inscrivez-vous à la newsletter|recevez notre newsletter|suivez-nous sur|ce site utilise des cookies|\
    nous utilisons des cookies|en poursuivant votre navigation|cliquez ici|téléchargez notre application|\
    partager sur facebook|partager sur twitter|partager sur whatsapp|\
    lea también|lee también|leer también|lea además|te puede interesar:|suscríbete a nuestr|suscríbase a nuestr|\
    síguenos en|síganos en|este sitio web utiliza cookies|este sitio utiliza cookies|esta web utiliza cookies|\
    utilizamos cookies|usamos cookies|al continuar navegando|haz clic aquí|haga clic aquí|descarga nuestra app|\
    compartir en facebook|compartir en twitter|compartir en whatsapp|regístrate para recibir|\
    leggi anche|leggi pure|iscriviti alla newsletter|iscriviti alla nostra newsletter|abbonati a|seguici su|\
    questo sito utilizza cookie|questo sito utilizza i cookie|questo sito usa cookie|questo sito usa i cookie|\
    utilizziamo i cookie|utilizziamo cookie|usiamo i cookie|proseguendo la navigazione|clicca qui|\
    scarica la nostra app|\
    scarica l'app|condividi su facebook|condividi su twitter|condividi su whatsapp|\
    leia também|leia ainda|veja também:|assine a nossa newsletter|assine nossa newsletter|subscreva a nossa|\
    inscreva-se na nossa|siga-nos no|siga-nos em|siga a gente|este site utiliza cookies|este site usa cookies|\
    nós usamos cookies|nós utilizamos cookies|ao continuar a navegar|ao continuar navegando|clique aqui|\
    baixe nosso app|baixe o nosso aplicativo|partilhar no facebook|partilhar no twitter|partilhar no whatsapp|\
    compartilhar no facebook|compartilhar no twitter|compartilhar no whatsapp|\
    lees ook|lees meer:|lees meer over|bekijk ook:|meld je aan voor|meld u aan voor|schrijf je in voor onze|\
    abonneer je op|volg ons op|deze website gebruikt cookies|deze site gebruikt cookies|wij gebruiken cookies|\
    we gebruiken cookies|klik hier|download onze app|deel via|deel op|\
    läs också:|läs mer:|läs mer om|läs även|prenumerera på vårt|anmäl dig till vårt nyhetsbrev|följ oss på|\
    den här webbplatsen använder cookies|den här webbplatsen använder kakor|denna webbplats använder cookies|\
    vi använder cookies|vi använder kakor|klicka här|ladda ner vår app|dela på facebook|dela på twitter|\
    dela på whatsapp|\
    læs også:|læs mere:|læs mere om|tilmeld dig vores nyhedsbrev|tilmeld dig nyhedsbrevet|følg os på|\
    denne hjemmeside bruger cookies|denne side bruger cookies|dette website bruger cookies|vi bruger cookies|\
    klik her|hent vores app|\
    les også:|les mer:|les mer om|meld deg på vårt nyhetsbrev|meld deg på nyhetsbrevet|følg oss på|\
    dette nettstedet bruker informasjonskapsler|dette nettstedet bruker cookies|vi bruker informasjonskapsler|\
    vi bruker cookies|klikk her|last ned appen|\
    lue myös:|lue lisää:|lue lisää aiheesta|tilaa uutiskirjeemme|seuraa meitä|tämä sivusto käyttää evästeitä|\
    tämä verkkosivusto käyttää evästeitä|käytämme evästeitä|klikkaa tästä|lataa sovelluksemme|jaa facebookissa|\
    czytaj także:|czytaj też:|czytaj więcej:|przeczytaj także:|zobacz także:|zobacz też:|zapisz się do newslettera|\
    zapisz się na newsletter|obserwuj nas na|śledź nas na|ta strona używa cookies|ta strona używa plików cookie|\
    ta strona korzysta z plików cookie|strona korzysta z plików cookie|używamy plików cookie|\
    korzystamy z plików cookie|nasza strona używa plików cookie|kliknij tutaj|pobierz naszą aplikację|\
    udostępnij na facebook|udostępnij na twitter|udostępnij na whatsapp|\
    čtěte také:|čtěte více:|přihlaste se k odběru|odebírejte náš newsletter|sledujte nás na|\
    tento web používá cookies|tento web používá soubory cookie|tyto stránky používají cookies|\
    tyto stránky používají soubory cookie|používáme cookies|používáme soubory cookie|klikněte zde|\
    stáhněte si naši aplikaci|sdílet na facebook|sdílet na twitter|sdílet na whatsapp|\
    читайте также|читать также|смотрите также|подписывайтесь на|подпишитесь на|следите за нами|присоединяйтесь к нам|\
    этот сайт использует cookie|этот сайт использует файлы cookie|наш сайт использует|сайт использует cookie|\
    мы используем cookie|мы используем файлы cookie|продолжая пользоваться сайтом|нажмите здесь|\
    скачайте наше приложение|поделиться в facebook|поделиться в twitter|поделиться в whatsapp|\
    поделиться в вконтакте|поделиться в telegram|поделиться в соцсетях|\
    читайте також|дивіться також|підписуйтесь на|підписуйтеся на|підпишіться на|стежте за нами|приєднуйтесь до нас|\
    цей сайт використовує cookie|цей сайт використовує файли cookie|ми використовуємо cookie|\
    ми використовуємо файли cookie|натисніть тут|завантажте наш застосунок|поділитися у facebook|\
    поділитися у twitter|поділитися у whatsapp|\
    ayrıca okuyun:|bunu da okuyun:|ilgili haber:|bültenimize abone|bültenimize kaydol|bizi takip edin|\
    bizi twitter'da takip|bu web sitesi çerez|bu site çerez|sitemizde çerez|çerezleri kullanıyoruz|\
    web sitemizde çerez|uygulamamızı indirin|facebook'ta paylaş|haberin devamı için|\
    اقرأ أيضا:|اقرأ أيضاً:|اقرأ أيضًا:|إقرأ أيضا:|اقرأ أيضا |اقرأ المزيد:|شاهد أيضا:|شاهد أيضاً:|اشترك في نشرتنا|\
    اشترك في النشرة|تابعونا على|تابعنا على|يستخدم هذا الموقع ملفات|يستخدم موقعنا ملفات|\
    نستخدم ملفات تعريف الارتباط|نحن نستخدم ملفات تعريف الارتباط|انقر هنا|اضغط هنا|حمل تطبيقنا|شارك على فيسبوك|\
    شارك على تويتر|شارك على واتساب|شارك على facebook|\
    بیشتر بخوانید:|همچنین بخوانید:|در خبرنامه ما عضو|ما را در اینستاگرام|ما را در تلگرام|ما را در شبکه|\
    این وب‌سایت از کوکی|این سایت از کوکی|ما از کوکی|\
    اینجا کلیک کنید|برنامه ما را دانلود|\
    यह भी पढ़ें:|ये भी पढ़ें:|यह भी पढ़ें -|और पढ़ें:|इसे भी पढ़ें|हमारे न्यूज़लेटर|हमारे न्यूजलेटर|\
    हमें फॉलो करें|हमें फ़ॉलो करें|\
    यह वेबसाइट कुकीज़|यह वेबसाइट कुकीज|यह साइट कुकीज़|हम कुकीज़ का|हम कुकीज का|यहां क्लिक करें|यहाँ क्लिक करें|\
    हमारा ऐप डाउनलोड|\
    আরও পড়ুন:|আরো পড়ুন:|আমাদের নিউজলেটার|আমাদের অনুসরণ করুন|এই ওয়েবসাইট কুকি|এই সাইট কুকি|আমরা কুকি|\
    এখানে ক্লিক করুন|\
    আমাদের অ্যাপ ডাউনলোড|\
    baca juga:|baca juga :|baca selengkapnya:|simak juga:|lihat juga:|ikuti kami di|daftar newsletter|\
    berlangganan newsletter|situs ini menggunakan cookie|situs web ini menggunakan cookie|\
    website ini menggunakan cookie|kami menggunakan cookie|klik di sini|klik disini|unduh aplikasi kami|bagikan ke|\
    xem thêm:|đọc thêm:|mời độc giả xem thêm|mời bạn đọc xem thêm|đăng ký nhận bản tin|đăng ký nhận tin|\
    theo dõi chúng tôi trên|trang web này sử dụng cookie|website này sử dụng cookie|chúng tôi sử dụng cookie|\
    nhấn vào đây|bấm vào đây|tải ứng dụng của|chia sẻ trên facebook|chia sẻ trên zalo|chia sẻ trên twitter|\
    阅读更多:|閱讀更多:|延伸阅读:|延伸閱讀:|相关阅读:|相關閱讀:|相关新闻:|相關新聞:|推荐阅读:|更多阅读:|订阅我们的|訂閱我們的|关注我们|\
    關注我們|追蹤我們|扫码关注|扫描二维码关注|本网站使用cookie|本網站使用cookie|本网站使用 cookie|本網站使用 cookie|\
    我们使用cookie|我們使用cookie|我们使用 cookie|我們使用 cookie|点击这里|點擊這裡|点击下载|下载我们的|下載我們的|责任编辑:|責任編輯:|\
    编辑:|版权所有|版權所有|分享到微|\
    関連記事:|あわせて読みたい:|あわせて読む:|【関連記事】|【あわせて読みたい】|ニュースレターに登録|メールマガジン登録|\
    フォローしてください|当サイトではcookie|当サイトではクッキー|このサイトではcookie|このサイトではクッキー|\
    このウェブサイトではcookie|このウェブサイトではクッキー|本サイトではcookie|本サイトではクッキー|当社はクッキー|\
    詳しくはこちら|こちらをクリック|アプリをダウンロード|\
    관련 기사:|관련기사:|함께 읽기:|뉴스레터를 구독|뉴스레터 구독|저희를 팔로우|팔로우하세요|이 웹사이트는 쿠키|이 사이트는 쿠키|\
    본 사이트는 쿠키|저희는 쿠키|당사는 쿠키|여기를 클릭|앱을 다운로드|저작권자 ⓒ|저작권자 ©|저작권자(c)|ⓒ|\
    อ่านเพิ่มเติม:|อ่านเพิ่มเติม :|อ่านข่าว:|ข่าวที่เกี่ยวข้อง:|สมัครรับจดหมายข่าว|ติดตามเราได้ที่|ติดตามเราบน|\
    ติดตามข่าวสารได้ที่|\
    เว็บไซต์นี้ใช้คุกกี้|เว็บไซต์ของเราใช้คุกกี้|เราใช้คุกกี้|คลิกที่นี่|ดาวน์โหลดแอป|แชร์บน|\
    διαβάστε επίσης:|διαβάστε ακόμη:|διαβάστε ακόμα:|διαβάστε περισσότερα:|δείτε επίσης:|\
    εγγραφείτε στο newsletter|ακολουθήστε μας|αυτός ο ιστότοπος χρησιμοποιεί cookies|\
    ο ιστότοπος χρησιμοποιεί cookies|η ιστοσελίδα χρησιμοποιεί cookies|αυτή η ιστοσελίδα χρησιμοποιεί cookies|\
    χρησιμοποιούμε cookies|κάντε κλικ εδώ|πατήστε εδώ|κατεβάστε την εφαρμογή μας|\
    קראו גם:|קרא גם:|קראו עוד:|כתבות נוספות:|הירשמו לניוזלטר|הירשמו לעדכונים|עקבו אחרינו|האתר משתמש בעוגיות|\
    אתר זה משתמש בעוגיות|אנו משתמשים בעוגיות|לחצו כאן|הורידו את האפליקציה|שתפו בפייסבוק|\
    citește și:|citeşte şi:|citiți și:|citește mai mult:|abonează-te la newsletter|abonați-vă la|urmărește-ne pe|\
    urmăriți-ne pe|acest site folosește cookie|acest site utilizează cookie|acest website folosește cookie|\
    folosim cookie|utilizăm cookie|click aici|apasă aici|descarcă aplicația|distribuie pe|\
    olvassa el ezt is:|olvasd el ezt is:|kapcsolódó:|iratkozzon fel|iratkozz fel|kövessen minket|kövess minket|\
    ez a weboldal sütiket|ez az oldal sütiket|weboldalunk sütiket|oldalunk sütiket|sütiket használunk|kattintson ide|\
    kattints ide|töltse le az alkalmazás|ossza meg a|",
);

/// How a sentence ends that names those who helped to report.
pub(super) const CONTRIBUTIONS: [&str; 12] = [
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
    "contributed to the reporting",
    "haben zu diesem Bericht beigetragen",
    "hat zu diesem Bericht beigetragen",
    "ont contribué à cet article",
    "a contribué à cet article",
    "contribuyeron a este informe",
    "contribuyó a este informe",
    "hanno collaborato a questo articolo",
];

/// How credits begin.
pub(super) static CREDITS: Phrases = phrases!(
    "with reporting by|with additional reporting|with contributions from|with files from|with inputs from|with input from|with agency inputs|with agencies|additional reporting by|reporting by|\
    editing by|\
    writing by|edited by|compiled by|source:|sources:|photo:|photos:|photo by|image:|images:|picture:|pictures:|\
    credit:|\
    credits:|photo credit:|photograph:|photography:|courtesy of|photo courtesy|video:|\
    foto:|fotos:|bild:|bilder:|quelle:|quellen:|bildquelle:|fotoquelle:|bildnachweis:|mit material von|\
    photo :|photos :|crédit :|crédit:|crédits :|crédits:|crédit photo|crédits photo|source :|sources :|avec afp|\
    image :|vidéo :|\
    fotografía:|imagen:|imágenes:|fuente:|fuentes:|crédito:|con información de|\
    fonte:|fonti:|immagine:|credits foto|imagem:|imagens:|créditos:|com informações|\
    beeld:|bron:|bronnen:|foto's:|\
    källa:|källor:|kilde:|kilder:|fotograf:|billede:|bilde:|\
    kuva:|kuvat:|lähde:|lähteet:|\
    fot.|fot:|zdjęcie:|zdjęcia:|źródło:|źródła:|zdroj:|zdroje:|snímek:|\
    фото:|источник:|источники:|изображение:|видео:|джерело:|джерела:|світлина:|зображення:|відео:|\
    fotoğraf:|fotoğraflar:|kaynak:|görsel:|\
    صورة:|الصورة:|تصوير:|المصدر:|المصادر:|مصدر:|عکس:|عکاس:|منبع:|منابع:|تصویر:|\
    फोटो:|फ़ोटो:|तस्वीर:|स्रोत:|सौजन्य:|ছবি:|সূত্র:|সৌজন্যে:|\
    sumber:|gambar:|ảnh:|nguồn:|hình ảnh:|\
    来源:|來源:|图片来源|圖片來源|图:|圖:|图/|圖/|图片:|圖片:|摄影:|攝影:|供图|供圖|资料来源|資料來源|\
    写真:|写真=|写真提供|写真/|画像:|画像提供|撮影:|撮影=|出典:|出所:|提供:|\
    사진=|사진:|사진 =|사진제공|사진 제공|출처:|출처=|자료:|영상:|\
    ภาพ:|ภาพ :|ภาพจาก|ที่มา:|ที่มา :|ขอบคุณภาพ|ขอบคุณข้อมูล|แหล่งที่มา|ถ่ายภาพ:|\
    φωτογραφία:|φωτογραφίες:|φωτό:|φωτο:|πηγή:|πηγές:|צילום:|צילומים:|תמונה:|מקור:|\
    sursa:|sursa foto:|sursă foto:|sursă:|fotografii:|\
    forrás:|fotó:|fotók:|kép:|képek:",
);

/// How lines begin that only name who wrote what follows.
pub(super) static BYLINES: Phrases = phrases!(
    "by |by: |written by |words by |story by |reported by |text by |author: |\
    von |text: |autor: |autorin: |par |texte : |auteur : |propos recueillis par |por |texto: |autora: |di |\
    a cura di |\
    testo: |autore: |da redação|door |tekst: |auteur: |av |af |skribent: |författare: |forfatter: |journalist: |\
    teksti: |kirjoittaja: |toimittaja: |opracował: |opracowała: |opracowanie: |oprac. |autorka: |napsal: |napsala: |\
    автор: |автор статьи: |текст: |подготовил: |подготовила: |корреспондент: |підготував: |підготувала: |авторка: |\
    yazan: |yazar: |haber: |muhabir: |\
    بقلم |بقلم: |كتب: |كتبت: |إعداد: |تحرير: |الكاتب: |نویسنده: |به قلم |گزارش: |خبرنگار: |گزارشگر: |\
    लेखक: |लेखिका: |संवाददाता: |रिपोर्ट: |রিপোর্ট: |লেখক: |প্রতিবেদক: |লিখেছেন: |লিখেছেন |\
    oleh |oleh: |penulis: |reporter: |editor: |tác giả: |bài: |bài và ảnh: |người viết: |\
    文/|文／|文:|作者:|记者:|記者:|撰文:|撰稿:|作者 |文=|文・|取材・文|執筆:|筆者:|ライター:|글=|글:|글 =|취재:|기자:|\
    โดย |โดย: |เรื่อง: |ผู้เขียน: |รายงานโดย |\
    γράφει ο |γράφει η |γράφουν |του/της |συντάκτης: |ρεπορτάζ: |κείμενο: |מאת |מאת: |כתב: |כתבה: |\
    autor: |text de |reportaj: |írta: |szerző: |szöveg: |riporter: ",
);

/// How captions begin that have a number: `Figure 3:`.
pub(super) static NUMBERED_CAPTIONS: Phrases = phrases!(
    "figure |fig. |table |chart |abbildung |abb. |tabelle |grafik |tableau |graphique |figura |fig. |tabla |gráfico |\
    tabella |grafico |tabela |figuur |tabel |grafiek |figur |tabell |kuva |kuvio |taulukko |rysunek |rys. |wykres |\
    obrázek |obr. |tabulka |graf |рис. |рисунок |таблица |график |мал. |малюнок |таблиця |şekil |tablo |grafik |\
    الشكل |شكل |الجدول |جدول |شکل |نمودار |चित्र |तालिका |চিত্র |সারণি |gambar |tabel |grafik |hình |bảng |biểu đồ |\
    图|圖|图表|圖表|表|図|図表|그림 |표 |도표 |รูปที่ |ภาพที่ |ตารางที่ |แผนภูมิที่ |εικόνα |σχήμα |πίνακας |איור |טבלה |תרשים |\
    tabelul |graficul ",
);

/// How other captions begin.
pub(super) static CAPTIONS: Phrases = phrases!(
    "pictured:|caption:|file photo|file -|archive photo|from left,|from left:|photograph of |photographs of |photo of |\
    im bild:|auf dem foto:|symbolbild|symbolfoto|archivfoto|archivbild|\
    sur la photo :|légende :|photo d'archives|photo d'illustration|image d'illustration|\
    en la foto:|en la imagen:|pie de foto:|foto de archivo|imagen de archivo|foto d'archivio|nella foto:|\
    na foto:|na imagem:|foto de arquivo|imagem ilustrativa|foto ilustrativa|\
    op de foto:|archieffoto|arkivfoto|arkivbild|på bilden:|på billedet:|på bildet:|illustrasjonsfoto|genrebild|\
    modelfoto|kuvassa:|arkistokuva|kuvituskuva|\
    na zdjęciu:|zdjęcie ilustracyjne|zdjęcie archiwalne|na snímku:|ilustrační foto|ilustrační snímek|archivní foto|\
    на фото:|на снимке:|архивное фото|фото из архива|на світлині:|архівне фото|фото з архіву|\
    fotoğrafta:|arşiv fotoğraf|temsili fotoğraf|\
    في الصورة:|صورة أرشيفية|صورة من الأرشيف|صورة تعبيرية|در عکس:|عکس آرشیوی|عکس تزئینی|\
    चित्र में:|तस्वीर में:|फाइल फोटो|फ़ाइल फ़ोटो|सांकेतिक तस्वीर|ছবিতে:|ফাইল ছবি|প্রতীকী ছবি|\
    foto ilustrasi|ilustrasi:|ilustrasi |ảnh minh họa|ảnh minh hoạ|trong ảnh:|ảnh tư liệu|\
    图为|圖為|图说|圖說|资料图|資料圖|資料照片|资料照片|示意图|示意圖|写真はイメージ|資料写真|イメージ写真|画像はイメージ|\
    자료사진|자료 사진|\
    ในภาพ:|ภาพประกอบ|แฟ้มภาพ|στη φωτογραφία:|φωτογραφία αρχείου|φωτό αρχείου|\
    בתמונה:|תמונת ארכיון|צילום ארכיון|צילום אילוסטרציה|אילוסטרציה|\
    în fotografie:|în imagine:|fotografie de arhivă|foto arhivă|imagine ilustrativă|\
    a képen:|képünkön:|illusztráció|archív fotó|archív felvétel",
);

/// Formulas that end letters: whole lines.
pub(super) static FORMULAS: Phrases = phrases!(
    "yours sincerely|yours faithfully|yours truly|sincerely|sincerely yours|respectfully yours|respectfully|\
    kind regards|best regards|warm regards|with kind regards|with best regards|regards|best wishes|\
    with best wishes|all the best|many thanks and best wishes|mit freundlichen grüßen|mit freundlichen grüssen|\
    mit freundlichem gruß|mit besten grüßen|mit herzlichen grüßen|viele grüße|liebe grüße|beste grüße|\
    herzliche grüße|hochachtungsvoll|freundliche grüße|cordialement|bien cordialement|bien à vous|\
    salutations distinguées|meilleures salutations|atentamente|saludos cordiales|un cordial saludo|\
    cordiali saluti|distinti saluti|atenciosamente|cumprimentos|met vriendelijke groet|med vänlig hälsning|\
    с уважением|hormat kami|med venlig hilsen|venlig hilsen|med vennlig hilsen|vennlig hilsen|hilsen|\
    med vänliga hälsningar|vänliga hälsningar|vänligen|ystävällisin terveisin|terveisin|z poważaniem|\
    z wyrazami szacunku|pozdrawiam|serdecznie pozdrawiam|s pozdravem|s úctou|hezký den|с уважение|\
    с наилучшими пожеланиями|искренне ваш|искренне ваша|з повагою|з найкращими побажаннями|saygılarımla|\
    saygılarımızla|iyi çalışmalar|مع أطيب التحيات|مع خالص التحية|مع فائق الاحترام|وتفضلوا بقبول فائق الاحترام|\
    تحياتي|با احترام|با سپاس|ارادتمند|सादर|भवदीय|भवदीया|आपका विश्वासपात्र|বিনীত|শুভেচ্ছান্তে|আপনার বিশ্বস্ত|\
    salam hormat|salam|trân trọng|thân ái|kính thư|此致|此致敬礼|敬礼|敬禮|顺颂商祺|順頌商祺|敬具|かしこ|草々|올림|드림|ขอแสดงความนับถือ|\
    ด้วยความเคารพ|με εκτίμηση|με φιλικούς χαιρετισμούς|בברכה|בכבוד רב|cu stimă|cu respect|\
    cu deosebită considerație|üdvözlettel|tisztelettel|szívélyes üdvözlettel|un saluto cordiale|\
    com os melhores cumprimentos|hoogachtend|groeten|vriendelijke groeten|met vriendelijke groeten|\
    reciba un cordial saludo",
);

/// How lines begin that address the reader of a letter.
pub(super) static SALUTATIONS: Phrases = phrases!(
    "dear |hi |hello |hi,|hello,|sehr geehrte|liebe |lieber |hallo |guten tag|madame|monsieur|mesdames|cher |\
    chère |chers |bonjour|estimad|gentile |geachte |kære |kjære |hej |hei |hyvä |hyvät |arvoisa |szanown|drogi |\
    droga |drodzy |vážen|milý |milá |milí |уважаем|дорогой |дорогая |дорогие |шановн|дорогий |дорога |sayın |\
    değerli |sevgili |عزيزي|عزيزتي|السيد |السيدة |السادة |حضرة |جناب آقای |سرکار خانم |प्रिय |आदरणीय |माननीय |\
    প্রিয় |জনাব |মাননীয় |yth. |kepada yth|bapak |ibu |kính gửi |kính thưa |thưa |尊敬的|亲爱的|親愛的|敬启者|敬啟者|拝啓|親愛なる|\
    เรียน |กราบเรียน |αγαπητ|αξιότιμ|κυρία |שלום |לכבוד |stimat|dragă |dragi |tisztelt |kedves |beste |\
    heel geachte |prezad|caro |cara |caros |querid|egregi|spett",
);
