//! What pages and newsrooms put around a text, in every language that is covered: each line stands between two sentences
//! and must be a block of its kind, and lines that only look like one must stay text.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use summariser_core::ParagraphKind::{self, Byline, Caption, Credit, Dateline, Furniture};
use summariser_core::text::{Newlines, paragraphs};

/// A language, a sentence of it, and lines: `-` furniture, `@` byline, `©` credit, `#` caption, `=` text. `>` is a sentence
/// behind a dateline, divided by `|`; it opens a text.
const CASES: [(&str, &str, &str); 30] = [
    (
        "en",
        "The ferry was late again, and nobody minded.",
        "-Read more: Ferries in winter\n-Scroll to continue\n-Sign up for our newsletter\n-We use cookies to make this site work.\n\
         -Share on Facebook\n@By Martha Quill\n©Photo: Jo Moss / Harbour Press\n\
         ©Martha Quill and Ben C. Moss contributed to this report.\n©(With reporting by D. Marsh)\n\
         =Storms contributed to this story of a pier.\n#Figure 3: The pier\n#File photo: the pier in May\n\
         >LEEDS (Reuters) -|The pier is shut.\n>(AP) --|The pier is shut.\n\
         =We use cookies as bait when we fish off the pier, and the children laugh.\n=The photo showed a boat.\n\
         =By Friday the pier was open.\n=Advertisement paid for the pier.\n=Source material was hard to find.",
    ),
    (
        "de",
        "Die Fähre kam wieder zu spät, und niemand störte sich daran.",
        "-Lesen Sie auch: Fähren im Winter\n-Anzeige\n-Newsletter abonnieren\n-Diese Website verwendet Cookies.\n-Alle akzeptieren\n\
         -Auf Facebook teilen\n@Von Martha Quill\n@Text: Martha Quill\n©Foto: Jo Moos/dpa\n©Quelle: dpa\n#Abbildung 3: Der Steg\n#Archivfoto: der Steg\n\
         >Bremen (dpa) -|Der Steg ist zu.\n=Von Bremen aus fährt man zwei Stunden.\n=Das Foto zeigt den Steg im Mai.\n\
         =Teilen macht Freude.",
    ),
    (
        "fr",
        "Le bac est encore arrivé en retard, et personne ne s'en est plaint.",
        "-À lire aussi : Les bacs en hiver\n-Publicité\n-Inscrivez-vous à notre newsletter\n-Ce site utilise des cookies.\n-Tout accepter\n\
         -Partager sur Facebook\n@Par Martha Quille\n©Photo : Jo Mousse / AFP\n©Crédit photo : Jo Mousse\n#Figure 3 : Le quai\n#Photo d'archives\n\
         >Brest (AFP) -|Le quai est fermé.\n=Par Brest, on arrive en deux heures.\n=La photo montre un quai vide.\n=Partager le pain rapproche.",
    ),
    (
        "es",
        "El transbordador llegó tarde otra vez y a nadie le importó.",
        "-Lea también: Barcos en invierno\n-Publicidad\n-Suscríbete a nuestro boletín\n-Este sitio utiliza cookies.\n-Aceptar todo\n\
         -Compartir en Facebook\n@Por Marta Quiles\n©Foto: Juan Musgo / EFE\n©Fuente: EFE\n#Figura 3: El muelle\n#Foto de archivo\n\
         >Vigo, 3 may (EFE).-|El muelle está cerrado.\n=Por Vigo pasan muchos barcos.\n=La foto muestra un muelle vacío.\n=Compartir en familia es lo mejor.",
    ),
    (
        "it",
        "Il traghetto è arrivato di nuovo in ritardo e nessuno se l'è presa.",
        "-Leggi anche: I traghetti d'inverno\n-Pubblicità\n-Iscriviti alla newsletter\n-Questo sito utilizza cookie.\n-Riproduzione riservata\n\
         -Condividi su Facebook\n@Di Marta Quilici\n©Foto: Gino Muschi / ANSA\n©Fonte: ANSA\n#Figura 3: Il molo\n#Foto d'archivio\n\
         >(ANSA) - ROMA, 3 MAG -|Il molo è chiuso.\n=Di notte il molo è vuoto.\n=La foto mostra un molo vuoto.",
    ),
    (
        "pt",
        "A balsa chegou outra vez atrasada e ninguém se importou.",
        "-Leia também: Balsas no inverno\n-Publicidade\n-Assine a nossa newsletter\n-Este site utiliza cookies.\n-Aceitar tudo\n\
         -Compartilhar no Facebook\n@Por Marta Quintela\n©Foto: João Musgo / Lusa\n©Fonte: Lusa\n#Figura 3: O cais\n#Foto de arquivo\n\
         >Faro, 3 mai 2024 (Lusa) -|O cais está fechado.\n=Por isso o cais fechou.\n=A foto mostra um cais vazio.",
    ),
    (
        "nl",
        "De veerboot kwam weer te laat en niemand vond het erg.",
        "-Lees ook: Veerboten in de winter\n-Advertentie\n-Schrijf je in voor onze nieuwsbrief\n-Deze website gebruikt cookies.\n\
         -Alles accepteren\n-Deel via WhatsApp\n@Door Martha Kwiel\n©Foto: Jan Mos / ANP\n©Bron: ANP\n#Figuur 3: De steiger\n#Archieffoto\n\
         =Door de storm was de steiger dicht.\n=De foto toont een lege steiger.\n=Delen is leuk.",
    ),
    (
        "sv",
        "Färjan kom för sent igen och ingen brydde sig.",
        "-Läs också: Färjor på vintern\n-Annons\n-Prenumerera på vårt nyhetsbrev\n-Vi använder cookies på den här sidan.\n-Godkänn alla\n\
         -Dela på Facebook\n@Av Märta Kvist\n©Foto: Jan Mossa/TT\n©Källa: TT\n#Figur 3: Bryggan\n#Arkivbild\n\
         =Av bryggan finns inget kvar.\n=Bilden visar en tom brygga.",
    ),
    (
        "da",
        "Færgen kom for sent igen, og ingen brød sig om det.",
        "-Læs også: Færger om vinteren\n-Annonce\n-Tilmeld dig vores nyhedsbrev\n-Vi bruger cookies på denne side.\n-Accepter alle\n\
         @Af Marthe Kvist\n©Foto: Jens Mose/Ritzau\n©Kilde: Ritzau\n#Figur 3: Broen\n#Arkivfoto\n=Af broen er der intet tilbage.",
    ),
    (
        "no",
        "Ferja kom for sent igjen, og ingen brydde seg om det.",
        "-Les også: Ferjer om vinteren\n-Annonse\n-Meld deg på vårt nyhetsbrev\n-Vi bruker informasjonskapsler.\n-Godta alle\n\
         @Av Marte Kvist\n©Foto: Jens Mose / NTB\n©Kilde: NTB\n#Figur 3: Brygga\n#Illustrasjonsfoto\n=Av brygga er det ingenting igjen.",
    ),
    (
        "fi",
        "Lautta oli taas myöhässä, eikä kukaan välittänyt.",
        "-Lue myös: Lautat talvella\n-Mainos\n-Tilaa uutiskirje\n-Tämä sivusto käyttää evästeitä.\n-Hyväksy kaikki\n\
         -Juttu jatkuu mainoksen jälkeen\n@Teksti: Martta Kivelä\n©Kuva: Jussi Sammal / STT\n©Lähde: STT\n#Kuva 3: Laituri\n#Arkistokuva\n\
         =Kuva esittää tyhjää laituria.",
    ),
    (
        "pl",
        "Prom znowu się spóźnił i nikomu to nie przeszkadzało.",
        "-Czytaj także: Promy zimą\n-Reklama\n-Zapisz się do newslettera\n-Ta strona używa plików cookie.\n-Wszelkie prawa zastrzeżone\n\
         -Udostępnij\n@Autor: Marta Kwiecień\n©Fot. Jan Mech / PAP\n©Źródło: PAP\n#Rys. 3. Pomost\n#Zdjęcie ilustracyjne\n\
         >Gdynia (PAP) -|Pomost jest zamknięty.\n=Reklama pomostu nie pomogła.\n=Zdjęcie przedstawia pusty pomost.",
    ),
    (
        "cs",
        "Přívoz měl zase zpoždění a nikomu to nevadilo.",
        "-Čtěte také: Přívozy v zimě\n-Reklama\n-Inzerce\n-Přihlaste se k odběru novinek\n-Tento web používá soubory cookie.\n-Přijmout vše\n\
         @Autor: Marta Květová\n©Foto: Jan Mech, ČTK\n©Zdroj: ČTK\n#Obr. 3: Molo\n#Ilustrační foto\n>PRAHA (ČTK) -|Molo je zavřené.\n\
         =Reklama na molo nepomohla.",
    ),
    (
        "ru",
        "Паром опять опоздал, и никто не огорчился.",
        "-Читайте также: Паромы зимой\n-Реклама\n-Подписывайтесь на наш канал\n-Этот сайт использует файлы cookie.\n-Все права защищены\n\
         -Поделиться\n@Автор: Марта Перова\n©Фото: Иван Мохов / ТАСС\n©Источник: ТАСС\n#Рис. 3. Причал\n#Архивное фото\n\
         >Москва, 5 мая (ТАСС) —|Причал закрыт.\n=Реклама причала не помогла.\n=Фото пустого причала понравилось всем.",
    ),
    (
        "uk",
        "Пором знову запізнився, і ніхто не засмутився.",
        "-Читайте також: Пороми взимку\n-Реклама\n-Підписуйтесь на наш канал\n-Цей сайт використовує файли cookie.\n-Усі права захищено\n\
         @Автор: Марта Перова\n©Фото: Іван Мохов / Укрінформ\n©Джерело: Укрінформ\n#Мал. 3. Причал\n#Архівне фото\n\
         >Київ – Укрінформ.|Причал зачинено.\n=Реклама причалу не допомогла.",
    ),
    (
        "tr",
        "Vapur yine geç kaldı ve kimse aldırmadı.",
        "-Ayrıca okuyun: Kışın vapurlar\n-Reklam\n-İlgili haberler\n-Bültenimize abone olun\n-Bu site çerez kullanmaktadır.\n-Tümünü kabul et\n\
         @Haber: Merve Kaya\n©Fotoğraf: Can Yosun / AA\n©Kaynak: AA\n#Şekil 3: İskele\n#Arşiv fotoğrafı\n>ANKARA (AA) -|İskele kapandı.\n\
         =Reklam iskeleye yaramadı.",
    ),
    (
        "ar",
        "تأخرت العبارة مرة أخرى ولم يهتم أحد.",
        "-اقرأ أيضا: العبارات في الشتاء\n-إعلان\n-اشترك في نشرتنا البريدية\n-يستخدم هذا الموقع ملفات تعريف الارتباط.\n-جميع الحقوق محفوظة\n\
         -تابعونا على تويتر\n@بقلم: مريم القلم\n©تصوير: جمال الطحلب\n©المصدر: رويترز\n#شكل 3: الرصيف\n#صورة أرشيفية\n\
         >القاهرة (رويترز) -|أغلق الرصيف.\n=الصورة على الجدار قديمة.",
    ),
    (
        "fa",
        "کشتی باز هم دیر رسید و هیچ کس ناراحت نشد.",
        "-بیشتر بخوانید: کشتی‌ها در زمستان\n-تبلیغات\n-این سایت از کوکی استفاده می‌کند.\n-مطالب مرتبط\n-ارسال نظر\n@نویسنده: مریم قلمی\n\
         ©عکس: جمال خزه\n©منبع: ایسنا\n#شکل 3: اسکله\n#عکس آرشیوی\n>تهران (ایرنا) -|اسکله بسته شد.\n=عکس روی دیوار قدیمی است.",
    ),
    (
        "hi",
        "नाव फिर देर से आई और किसी ने बुरा नहीं माना।",
        "-यह भी पढ़ें: सर्दियों में नावें\n-विज्ञापन\n-हमारे न्यूज़लेटर की सदस्यता लें\n-यह वेबसाइट कुकीज़ का उपयोग करती है।\n-शेयर करें\n\
         @लेखक: मीरा कलम\n©फोटो: जय काई\n©स्रोत: पीटीआई\n#चित्र 3: घाट\n#फाइल फोटो\n>नई दिल्ली, 3 मई (भाषा)|घाट बंद है।\n\
         =फोटो में खाली घाट दिखता है।",
    ),
    (
        "bn",
        "ফেরি আবার দেরি করল আর কেউ কিছু মনে করল না।",
        "-আরও পড়ুন: শীতে ফেরি\n-বিজ্ঞাপন\n-আমরা কুকি ব্যবহার করি।\n-সর্বস্বত্ব সংরক্ষিত\n-শেয়ার করুন\n@লেখক: মীরা কলম\n©ছবি: জয় শ্যাওলা\n\
         ©সূত্র: বাসস\n#চিত্র 3: ঘাট\n#ফাইল ছবি\n=ছবি দেখে সবাই হাসল।",
    ),
    (
        "id",
        "Feri itu terlambat lagi dan tidak ada yang keberatan.",
        "-Baca juga: Feri di musim hujan\n-Iklan\n-Scroll untuk melanjutkan membaca\n-Situs ini menggunakan cookie.\n-Ikuti kami di Telegram\n\
         -Bagikan ke WhatsApp\n@Oleh Marta Kuilu\n@Penulis: Marta Kuilu\n©Foto: Joko Lumut / Antara\n©Sumber: Antara\n#Gambar 3: Dermaga\n\
         #Foto ilustrasi\n>JAKARTA (ANTARA) -|Dermaga ditutup.\n=Iklan dermaga itu tidak menolong.\n=Foto itu menunjukkan dermaga kosong.",
    ),
    (
        "vi",
        "Chuyến phà lại đến muộn và không ai phàn nàn.",
        "-Xem thêm: Phà mùa đông\n-Quảng cáo\n-Đăng ký nhận bản tin\n-Trang web này sử dụng cookie.\n-Chia sẻ\n@Tác giả: Mai Quyên\n\
         ©Ảnh: Nam Rêu\n©Nguồn: TTXVN\n#Hình 3: Bến phà\n#Ảnh minh họa\n>(Dân trí) -|Bến phà đã đóng cửa.\n=Ảnh chụp bến phà rất đẹp.\n=Chia sẻ trên báo Bến Phà, chị Mai rất vui.",
    ),
    (
        "zh",
        "渡轮又晚点了，可是没有人在意。",
        "-延伸阅读：冬天的渡轮\n-广告\n-关注我们\n-本网站使用Cookie。\n-版权所有\n-责任编辑：李笔\n@作者：李笔\n©图片来源：王苔\n©来源：新华社\n\
         #图3：码头\n#资料图\n>新华社青岛5月3日电 （记者李笔）|码头今天关闭。\n>（中央社記者李筆台北3日電）|碼頭今天關閉。\n=广告没有帮上码头的忙。\n\
         =图上有一个空码头。",
    ),
    (
        "ja",
        "渡し船はまた遅れたが、誰も気にしなかった。",
        "-あわせて読みたい：冬の渡し船\n-関連記事\n-広告\n-続きを読む\n-当サイトではクッキーを使用しています。\n-無断転載を禁じます\n@文＝苔野筆子\n\
         ©写真：苔野次郎\n©写真提供：港の会\n#図3：桟橋\n#資料写真\n>（東京＝共同）|桟橋は閉まった。\n=写真は壁に残っていた。\n=広告は役に立たなかった。",
    ),
    (
        "ko",
        "배는 또 늦었지만 아무도 신경 쓰지 않았다.",
        "-관련 기사: 겨울의 배\n-광고\n-뉴스레터를 구독하세요\n-이 웹사이트는 쿠키를 사용합니다.\n-무단전재 및 재배포 금지\n@이끼돌 기자\n\
         @이끼돌 기자 moss@example.org\n©사진=이끼돌\n©출처: 연합뉴스\n#그림 3: 부두\n#자료사진\n>(서울=연합뉴스) 이끼돌 기자 =|부두가 닫혔다.\n\
         =사진은 벽에 남아 있었다.",
    ),
    (
        "th",
        "เรือข้ามฟากมาช้าอีกแล้วแต่ไม่มีใครว่าอะไร",
        "-อ่านเพิ่มเติม: เรือในฤดูฝน\n-โฆษณา\n-เว็บไซต์นี้ใช้คุกกี้\n-แชร์บน Facebook\n-สงวนลิขสิทธิ์\n@โดย มาลี ปากกา\n©ภาพ: สมชาย ตะไคร่\n\
         ©ที่มา: รอยเตอร์\n#ภาพที่ 3: ท่าเรือ\n#แฟ้มภาพ\n=ภาพบนผนังเก่ามากแล้วและไม่มีใครจำได้",
    ),
    (
        "el",
        "Το πλοίο άργησε πάλι και κανείς δεν παραπονέθηκε.",
        "-Διαβάστε επίσης: Τα πλοία τον χειμώνα\n-Διαφήμιση\n-Εγγραφείτε στο newsletter μας\n-Ο ιστότοπος χρησιμοποιεί cookies.\n\
         -Αποδοχή όλων\n@Γράφει η Μάρθα Πένα\n©Φωτογραφία: Γιάννης Βρύος\n©Πηγή: ΑΠΕ-ΜΠΕ\n#Εικόνα 3: Η αποβάθρα\n#Φωτογραφία αρχείου\n\
         =Η φωτογραφία δείχνει μια άδεια αποβάθρα.",
    ),
    (
        "he",
        "המעבורת איחרה שוב ואיש לא התלונן.",
        "-קראו גם: מעבורות בחורף\n-פרסומת\n-הירשמו לניוזלטר שלנו\n-האתר משתמש בעוגיות.\n-כל הזכויות שמורות\n@מאת מרים עט\n\
         ©צילום: יונתן טחב\n©מקור: רויטרס\n#איור 3: המזח\n#תמונת ארכיון\n=התמונה מראה מזח ריק.",
    ),
    (
        "ro",
        "Bacul a întârziat din nou și nimănui nu i-a păsat.",
        "-Citește și: Bacuri iarna\n-Publicitate\n-Abonează-te la newsletter\n-Acest site folosește cookie-uri.\n-Acceptă toate\n\
         @Autor: Marta Pană\n©Foto: Ion Mușchi / Agerpres\n©Sursa: Agerpres\n#Figura 3: Debarcaderul\n#Fotografie de arhivă\n\
         =Fotografia arată un debarcader gol.",
    ),
    (
        "hu",
        "A komp megint késett, és senkit sem zavart.",
        "-Olvassa el ezt is: Kompok télen\n-Hirdetés\n-Iratkozzon fel hírlevelünkre\n-Ez a weboldal sütiket használ.\n-Összes elfogadása\n\
         @Írta: Toll Márta\n©Fotó: Moha János / MTI\n©Forrás: MTI\n#3. ábra: A móló\n#Illusztráció\n>Budapest (MTI) -|A móló zárva van.\n\
         =A fotó egy üres mólót mutat.",
    ),
];

/// The paragraphs of a text: kind and content.
fn structure(text: &str) -> Vec<(ParagraphKind, &str)> {
    let mut found = Vec::new();
    paragraphs(text, Newlines::Auto, &mut found);
    found.iter().map(|paragraph| (paragraph.kind, paragraph.span.of(text).unwrap())).collect()
}

#[test]
fn what_stands_around_a_text_is_told_from_it_in_every_language() {
    let mut wrong = Vec::new();
    for (language, sentence, lines) in CASES {
        for case in lines.lines() {
            let (mark, line) = case.split_at(case.chars().next().unwrap().len_utf8());
            let right = match mark {
                ">" => {
                    let (place, rest) = line.split_once('|').unwrap();
                    let text = format!("{place} {rest} {sentence}\n\n{sentence}");
                    let found = structure(&text);
                    found.first() == Some(&(Dateline, place))
                        && found.get(1).is_some_and(|(_, body)| body.starts_with(rest))
                }
                "=" => {
                    let text = format!("{sentence}\n\n{line}\n\n{sentence} {sentence}");
                    structure(&text).iter().any(|(kind, body)| kind.has_sentences() && *body == line)
                }
                _ => {
                    let wanted = match mark {
                        "-" => Furniture,
                        "@" => Byline,
                        "©" => Credit,
                        _ => Caption,
                    };
                    let text = format!("{sentence} {sentence}\n\n{line}\n\n{sentence} {sentence}");
                    structure(&text).contains(&(wanted, line))
                }
            };
            if !right {
                wrong.push(format!("{language} {case}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn letters_and_mails_have_furniture_in_every_language() {
    // Who the reader is, the formula at the end; a line of a head, its subject.
    const CASES: [(&str, &str, &str, &str); 26] = [
        ("Dear Mrs Quill,", "Yours sincerely,", "From: Jo", "Subject: |Lifts"),
        ("Liebe Frau Quill,", "Mit freundlichen Grüßen", "Von: Jo", "Betreff: |Aufzüge"),
        ("Chère Madame,", "Cordialement", "De : Jo", "Objet : |Ascenseurs"),
        ("Estimada señora:", "Atentamente,", "De: Jo", "Asunto: |Ascensores"),
        ("Gentile signora,", "Cordiali saluti", "Da: Jo", "Oggetto: |Ascensori"),
        ("Prezada senhora,", "Atenciosamente,", "De: Jo", "Assunto: |Elevadores"),
        ("Beste mevrouw Kwiel,", "Met vriendelijke groeten,", "Van: Jo", "Onderwerp: |Liften"),
        ("Kære Marthe,", "Med venlig hilsen", "Fra: Jo", "Emne: |Elevatorer"),
        ("Hyvä rouva Kivelä,", "Ystävällisin terveisin", "Lähettäjä: Jo", "Aihe: |Hissit"),
        ("Szanowni Państwo,", "Z poważaniem", "Od: Jo", "Temat: |Windy"),
        ("Vážená paní Květová,", "S pozdravem", "Od: Jo", "Předmět: |Výtahy"),
        ("Уважаемая Марта Ивановна!", "С уважением,", "От: Иван", "Тема: |Лифты"),
        ("Шановна Марто Іванівно!", "З повагою,", "Від: Іван", "Тема: |Ліфти"),
        ("Sayın Merve Kaya,", "Saygılarımla,", "Kimden: Can", "Konu: |Asansörler"),
        ("عزيزتي مريم،", "مع أطيب التحيات", "من: جمال", "الموضوع: |المصاعد"),
        ("प्रिय मीरा,", "सादर", "प्रेषक: जय", "विषय: |लिफ्ट"),
        ("প্রিয় মীরা,", "বিনীত", "প্রেরক: জয়", "বিষয়: |লিফট"),
        ("Yth. Ibu Marta,", "Salam hormat,", "Dari: Joko", "Perihal: |Lift"),
        ("Kính gửi bà Mai,", "Trân trọng,", "Từ: Nam", "Chủ đề: |Thang máy"),
        ("尊敬的李女士：", "此致", "发件人：王苔", "主题：|电梯"),
        ("拝啓，", "敬具", "差出人：苔野", "件名：|エレベーター"),
        ("เรียน คุณมาลี,", "ขอแสดงความนับถือ", "จาก: สมชาย", "เรื่อง: |ลิฟต์"),
        ("Αγαπητή κυρία Πένα,", "Με εκτίμηση,", "Από: Γιάννης", "Θέμα: |Ανελκυστήρες"),
        ("שלום מרים,", "בברכה,", "מאת: יונתן", "נושא: |מעליות"),
        ("Stimată doamnă Pană,", "Cu stimă,", "De la: Ion", "Subiect: |Lifturi"),
        ("Tisztelt Toll Márta!", "Üdvözlettel,", "Feladó: János", "Tárgy: |Liftek"),
    ];
    const SAID: &str = "The lifts are shut on Monday, and nobody minds the stairs.";
    let mut wrong = Vec::new();
    for (salutation, formula, from, subject) in CASES {
        let (label, about) = subject.split_once('|').unwrap();
        let text = format!("{from}\n{label}{about}\n\n{salutation}\n\n{SAID}\n\n{formula}\n");
        let kinds: Vec<_> =
            structure(&text).into_iter().map(|(kind, body)| format!("{}:{body}", kind.name())).collect();
        let furniture = |body: &str| kinds.contains(&format!("furniture:{body}"));
        let headed = kinds.contains(&format!("heading:{about}"));
        if !(furniture(salutation) && furniture(formula) && furniture(from) && headed) {
            wrong.push(kinds.join(" | "));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
