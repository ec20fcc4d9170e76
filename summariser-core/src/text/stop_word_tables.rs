//! The stop words of every language that has some, own lists of the commonest function words. One string a language, in
//! lower case and divided by single spaces, so that a list can be read and changed like a sentence.

use super::language::Language;
use super::word_set::{WordSet, word_set};

/// The table of a language, if it has one.
pub(super) fn of(language: Language) -> Option<&'static WordSet> {
    Some(match language {
        Language::ENGLISH => &ENGLISH,
        Language::GERMAN => &GERMAN,
        Language::FRENCH => &FRENCH,
        Language::SPANISH => &SPANISH,
        Language::ITALIAN => &ITALIAN,
        Language::PORTUGUESE => &PORTUGUESE,
        Language::DUTCH => &DUTCH,
        Language::RUSSIAN => &RUSSIAN,
        Language::ARABIC => &ARABIC,
        Language::CHINESE => &CHINESE,
        Language::JAPANESE => &JAPANESE,
        Language::TURKISH => &TURKISH,
        Language::VIETNAMESE => &VIETNAMESE,
        Language::INDONESIAN => &INDONESIAN,
        Language::POLISH => &POLISH,
        Language::SWEDISH => &SWEDISH,
        Language::UKRAINIAN => &UKRAINIAN,
        Language::DANISH => &DANISH,
        Language::BOKMAL | Language::NORWEGIAN => &BOKMAL,
        Language::FINNISH => &FINNISH,
        Language::CZECH => &CZECH,
        Language::ROMANIAN => &ROMANIAN,
        Language::HUNGARIAN => &HUNGARIAN,
        Language::PERSIAN => &PERSIAN,
        Language::HINDI => &HINDI,
        Language::THAI => &THAI,
        Language::KOREAN => &KOREAN,
        Language::GREEK => &GREEK,
        Language::HEBREW => &HEBREW,
        _ => return None,
    })
}

static ENGLISH: WordSet = word_set!(
    "a about above after again against all also although am among an and any are aren't around as at be because \
     been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing \
     don't down during each either else even ever every few for from further had hadn't has hasn't have haven't \
     having he he'd he'll he's her here here's hers herself him himself his how however i i'd i'll i'm i've if in \
     into is isn't it it'd it'll it's its itself just let's may me might more most much must my myself neither no \
     nor not now of off on once one only onto or other others our ours ourselves out over own per perhaps quite \
     rather same shall she she'd she'll she's should shouldn't since so some such than that that's the their \
     theirs them themselves then there there's therefore these they they'd they'll they're they've this those \
     though through thus to too under until up upon us very was wasn't we we'd we'll we're we've were weren't \
     what what's when where whereas whether which while who who's whom whose why will with within without won't \
     would wouldn't yet you you'd you'll you're you've your yours yourself yourselves",
);

static GERMAN: WordSet = word_set!(
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus \
     bei beim bin bis bist da dabei dadurch daher damit dann daran darauf daraus darin darum das dass davon dazu \
     dein deine dem den denen denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch \
     dort du durch ein eine einem einen einer eines er es etwa etwas euch euer für gegen gewesen hab habe haben \
     hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja \
     jede jedem jeden jeder jedes jedoch jene jetzt kann kein keine keinem keinen keiner können könnte man manche \
     mehr mein meine mich mir mit muss musste müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sei \
     sein seine seinem seinen seiner seines seit selbst sich sie sind so soll sollen sollte sondern sonst sowie \
     um und uns unser unsere unter vom von vor war waren warum was weil welche welchem welchen welcher welches \
     wenn wer werde werden wie wieder will wir wird wo worden wurde wurden während würde würden zu zum zur zwar \
     zwischen über",
);

static FRENCH: WordSet = word_set!(
    "a afin ai ainsi alors après as au aucun aucune aujourd'hui auquel aussi autre autres aux auxquels avaient \
     avais avait avant avec avez avoir avons c'est car ce ceci cela celle celles celui cependant ces cet cette \
     ceux chaque chez comme comment d'un d'une dans de depuis des donc dont du elle elles en encore entre es est \
     et était étaient étant été être eu eux fait fois font furent fut il ils j'ai je jusqu'à jusque l'on la \
     laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui là ma mais me mes moi moins mon même \
     mêmes n'a n'est ne ni nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus pour pourquoi \
     pourtant qu'elle qu'il qu'ils qu'on qu'un qu'une quand que quel quelle quelles quelque quelques quels qui \
     quoi s'est sa sans se sera seront ses si soit son sont sous sur ta te tes toi ton tous tout toute toutes tu \
     très un une va vers voici voilà vos votre vous y à ça",
);

static SPANISH: WordSet = word_set!(
    "a al algo alguna algunas alguno algunos algún ante antes aquel aquella aquellos aquí así aunque bajo bien \
     cada casi como con contra cual cuales cuando cuál cómo de del desde donde dos durante e el ella ellas ellos \
     en entonces entre era eran es esa esas ese eso esos esta estaba estaban estar estas este esto estos está \
     están fue fueron ha haber había habían han hasta hay he hemos la las le les lo los mientras me mi mis mismo \
     misma muy más mucho mí nada ni no nos nosotros nuestra nuestro nuestros o os otra otras otro otros para pero \
     poco por porque pues que quien quienes quién qué se sea según ser será si sido siempre sin sino sobre solo \
     son su sus sí sólo también tan tanto te tiene tienen toda todas todavía todo todos tras tu tus tú un una \
     unas uno unos usted ustedes y ya yo él",
);

static ITALIAN: WordSet = word_set!(
    "a ad agli ai al alcuni alcune all'interno alla alle allo allora altra altre altri altro anche ancora avere \
     aveva avevano c'è che chi ci ciò coi col come con contro cosa così cui da dagli dai dal dalla dalle dallo \
     degli dei del della delle dello dentro di dopo dove due e ed egli era erano essere esso essi fa fino fra già \
     gli ha hanno ho i il in infatti invece io l'ha la le lei li lo loro lui ma me mentre mi mia mie miei mio \
     molto ne negli nei nel nella nelle nello no noi non nostra nostro o ogni oppure ora per perché però più poi \
     poiché prima proprio può qua quale quali quando quanto quella quelle quelli quello questa queste questi \
     questo qui quindi sarà se sei sempre senza si sia siamo siano solo sono sopra sotto sta stata state stati \
     stato su sua sue sugli sui sul sulla sulle suo suoi tanto te ti tra troppo tu tua tuo tutta tutte tutti \
     tutto un un'altra una uno vi via voi è",
);

static PORTUGUESE: WordSet = word_set!(
    "a ainda além algum alguma algumas alguns ao aos apenas após aquela aquele aqueles aqui as assim até bem cada \
     com como contra cuja cujo da das de dela dele deles depois desde dessa desse desta deste disso do dos \
     durante e ela elas ele eles em embora enquanto entre era eram essa essas esse esses esta estas estava este \
     estes estão está eu foi foram for há isso isto já la lhe lo mais mas me mesma mesmo meu minha muito muitos \
     na nas nem nessa nesse nesta neste no nos nossa nosso nossos não nós num numa o onde os ou outra outras \
     outro outros para pela pelas pelo pelos pode podem pois por porque porém possui quais qual quando quanto que \
     quem se segundo seja sem sempre ser será seu seus sido sob sobre sua suas são só também tanto te tem teve \
     tinha toda todas todo todos tudo tão têm um uma umas uns vai você vocês à às é",
);

static DUTCH: WordSet = word_set!(
    "aan achter al alle alleen alles als altijd andere anderen bij binnen boven buiten daar daarbij daarna daarom \
     dan dat de deze die dit doch doen door dus een eens elk elke en enkele er erg etc geen geweest haar had \
     hadden heb hebben heeft hem het hier hij hoe hun ieder iedere iemand iets ik in is ja je jij jouw jullie kan \
     kon konden kunnen maar me meer men met mij mijn moest moet moeten mogen na naar naast nadat niet niets nog \
     nooit nu of om omdat ondanks onder ons onze ook op over reeds rond sinds slechts soms te tegen ten ter \
     terwijl tijdens toch toen tot tussen u uit uw van vanaf vanuit veel via vol volgens voor voordat waar \
     waarbij waarom waren was wat we weer wel welke werd werden wie wij wilde willen worden wordt zal ze zelf \
     zelfs zich zij zijn zo zoals zonder zou zouden zowel",
);

static RUSSIAN: WordSet = word_set!(
    "а без более больше будет будто будут бы был была были было быть в вам вами вас ваш весь во вот впрочем все \
     всегда всего всей всех всю вы где да даже для до его ее ей ему если есть ещё еще же за здесь и из из-за или \
     им ими их к как какая какой ко когда конечно которая которого которое которой которые который которых кто \
     куда ли либо лишь между меня мне много может можно мой мы на над надо нас наш не него нее ней нельзя нет ни \
     нибудь никогда ним них ничего но ну о об один одна одной однако он она они оно от перед по под поэтому после \
     потом потому почти при про раз разве с сам себе себя сейчас со также так такая такой там те тем теперь то \
     тогда того тоже только том тот тут ты у уже хотя чего чей чем через что чтоб чтобы чуть эта эти этих это \
     этого этой этом этот эту я её",
);

static ARABIC: WordSet = word_set!(
    "في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين اللذان اللتان هو هي هم هن أنا نحن أنت أنتم كان كانت \
     كانوا يكون تكون ليس ليست لا لم لن ما ماذا متى أين كيف لماذا أن إن أنه أنها إنه إنها أو أم ثم و ف ب ل ك قد \
     لقد كل بعض أي غير بين بعد قبل عند عندما حيث حين خلال منذ حتى لكن ولكن بل إذا اذا لو كما مثل فيه فيها به بها \
     له لها لهم عليه عليها منه منها عنه عنها إليه وقد وهو وهي ومن وفي وعلى ولا ولم وأن وإن والتي والذي فقد فإن \
     بأن لأن لأنه هناك هنا الآن أيضا أيضاً ضد تحت فوق أمام وراء حول دون بدون سوى نحو لدى هل هؤلاء أولئك وكان \
     وكانت ان او اي انه انها كذلك بعدما مما فيما كلما تم يتم",
);

static CHINESE: WordSet = word_set!(
    "的 了 在 是 我 有 和 就 不 人 都 一 一个 上 也 很 到 说 要 去 你 会 着 没有 看 好 自己 这 那 他 她 它 他们 她们 它们 我们 你们 这个 那个 这些 那些 与 及 以及 或 或者 而 \
     而且 但 但是 因为 所以 如果 虽然 然后 之 其 其中 把 被 让 使 对 对于 关于 从 由 向 以 为 为了 于 并 并且 等 等等 还 还是 又 再 才 只 只是 可以 可能 能 将 已 已经 曾 正在 当 \
     时 中 后 前 里 下 什么 怎么 为什么 哪 谁 吗 呢 吧 啊 地 得 過 过 们 個 个 這 個人 們 這個 沒有 說 會 來 来 為 與 對 從 還 時 後 裡 於 則 则 各 每 该 該 此 所 至 且 却 \
     比 如 跟 同",
);

static JAPANESE: WordSet = word_set!(
    "の に は を た が で て と し れ さ ある いる も する から な こと として い や れる など なっ ない この ため その あっ よう また もの という あり まで られ なる へ か だ これ \
     によって により おり より による ず なり られる において ば なかっ なく しかし について せ だっ その後 できる それ う ので なお のみ でき き つ における および いう さらに でも ら たり \
     その他 に関する たち ます ん なら に対して です ました ません そして だけ ここ そこ どこ あの どの 私 彼 彼女 我々 これら それら にて ながら ほど ところ つつ まし でし ましょ くる いく \
     くれ ください あれ こう そう どう",
);

static TURKISH: WordSet = word_set!(
    "acaba ama ancak artık aslında az bana bazen bazı belki ben benden beni benim beri bile bir biri birkaç \
     birçok biz bize bizi bizim bu buna bunda bundan bunlar bunları bunların bunu bunun burada böyle da daha dahi \
     de defa değil diye dolayı en fakat gibi göre hala hangi hani hem henüz hep hepsi her herhangi hiç için ile \
     ilgili ise işte kadar karşı kendi kendine kendini ki kim kimse lakin mi mu mü mı nasıl ne neden nerede \
     nereye niye o olan olarak oldu olduğu olduğunu olsa olup olur olmak olmayan ona ondan onlar onları onların \
     onu onun orada oysa rağmen sadece sanki sen senin siz sizin sonra tarafından tüm ve veya ya yani yine yok \
     zaten çok çünkü önce üzere üzerinde şey şimdi şu şöyle var vardı",
);

static VIETNAMESE: WordSet = word_set!(
    "và của là có được cho các những với trong không này khi một người để đã từ ra đến vào cũng trên về như nhưng \
     do tại sau theo đó thì lại nên phải bị mà ở rằng bởi nếu vì hay hoặc sẽ đang còn chỉ rất nhiều mỗi mọi cùng \
     việc đây kia ấy nào gì ai đâu sao thế vậy tôi chúng ta anh chị em ông bà họ nó mình bằng giữa trước dưới \
     ngoài qua lên xuống đi hơn nhất quá lắm cả đều vẫn cứ hãy đừng chưa chẳng tuy dù mặc song bao giờ lúc nơi",
);

static INDONESIAN: WordSet = word_set!(
    "ada adalah agar akan aku anda antara apa apabila apakah atas atau bagi bahkan bahwa baik banyak bagaimana \
     beberapa belum bisa bukan dalam dan dapat dari daripada dengan di dia dilakukan dimana guna hal hanya harus \
     hingga ia ini itu jadi jangan jika juga kalau kami kamu karena ke kemudian kepada ketika kita lagi lain lalu \
     lebih maka mana mereka merupakan meski meskipun mungkin namun nya oleh pada para pernah pula pun sangat satu \
     saat saja sambil sampai sang saya seorang sebab sebagai sebelum sebuah secara sedang sehingga sejak sekarang \
     sekitar selain selama seluruh semua sendiri seperti sering serta sesuatu setelah setiap si suatu sudah \
     supaya tak tanpa telah tentang terhadap tersebut tetapi tetap tidak untuk walaupun yaitu yakni yang",
);

static POLISH: WordSet = word_set!(
    "a aby ale albo ani aż bardzo bez bo bowiem by być był była było były będzie będą chce choć ci co coś czy \
     czyli dla do gdy gdyby gdyż gdzie go i ich ile im innych inne iż ja jak jaka jako jakie jego jej jednak \
     jednym jest jestem jeszcze jeśli jeżeli już kiedy kilka kto która które którego której który których którym \
     którzy ku lub ma mają mi między mimo mnie może można my na nad nam nas nasz nawet nic nich nie niech nim niż \
     no o obok od on ona one oni oraz po pod podczas pomimo ponad ponieważ poza prawie przed przede przez przy są \
     się sobie swoje swój ta tak taka takie także tam te tego tej ten teraz też to tobie tu tutaj twój ty tych \
     tylko tym u w we więc wszystko wszystkie wszystkich z za zawsze ze że żadna żadne żaden żeby",
);

static SWEDISH: WordSet = word_set!(
    "alla allt att av bara bland blev bli blir blivit både bör de dem den denna deras dess dessa det detta dig \
     din dina ditt du då där därför efter eftersom eller en enligt er ett flera från för före genom ha hade han \
     hans har hela hennes henne hon honom hur här i icke igen in inför ingen inget innan inom inte jag kan kunde \
     kommer man med mellan men mer mig min mina mitt mot mycket må många måste ni nog nu någon något några när \
     nästan och också om oss på redan samma samt sedan sig sin sina sitt ska skall skulle som så sådan sådana \
     till trots under upp ur ut utan vad var vara varför varit varje vars vem vi vid vilka vilken vilket vill är \
     även år över",
);

static UKRAINIAN: WordSet = word_set!(
    "а або але без би був була були було бути в вам вас ваш вже вони вона воно від він все всіх втім для до дуже \
     з за зі й його йому коли кожен крім лише між мене мені ми може можна на над нас наш не нього ні ній них ніж \
     о один одна однак ось перед під по при про проте та так також такий там те тепер ти тим того тоді тому тут у \
     усі хоча хто це цей цього цьому ця ці через чи чим що щоб щодо яка який яких які якого як якщо я є із її їх \
     їм іще і",
);

static DANISH: WordSet = word_set!(
    "ad af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter eller \
     en end er et for fordi fra før få godt ham han hans har havde have hele hende hendes her hos hun hvad hvem \
     hver hvilken hvis hvor hvordan hvorfor hvornår i igen ikke ind ingen jeg kan kom kunne lidt man mange med \
     meget mellem men mere mig min mod må ned noget nogle nok nu når og også om op os over på samt selv sig sin \
     sine skal skulle som så sådan til ud uden under var ved vi vil ville vores være været",
);

static BOKMAL: WordSet = word_set!(
    "alle alt at av bare ble bli blir blitt da de deg dem den denne der deres det dette din disse du eller en enn \
     er et etter for fordi fra før få ha hadde han hans har hele hennes her hos hun hva hvem hver hvilken hvis \
     hvor hvordan hvorfor i igjen ikke inn ingen jeg kan kom kunne man mange med meg meget mellom men mer min mot \
     må ned noe noen nok nå når og også om opp oss over på seg selv sin sine skal skulle som så sånn til ut uten \
     under var ved vi vil ville vår være vært",
);

static FINNISH: WordSet = word_set!(
    "ei eivät ehkä en että ettei he heidän hän hänen häntä ilman itse ja jo joka joita jonka jos joskus jossa \
     jota jotka kaikki kanssa kautta keskellä koska kuin kuitenkin kuka kun kuten lisäksi me mikä missä mitä \
     mukaan mutta muun muut myös ne niiden niin niitä nyt näin ole olen oli olivat olisi olla on ovat pitää se \
     sekä sen siitä siinä sitten sitä tai te tämä tämän tässä tätä vaan vaikka vain vielä voi",
);

static CZECH: WordSet = word_set!(
    "a aby ale ani až bez bude budou by byl byla byli bylo být co což další do ho i jak jako je jeho jejich jen \
     jenž ještě jestliže ji jiné jsem jsme jsou k kde kdo kdy kdyby když ke která které kterou který kteří ku má \
     mají mezi mi mnoho může my na nad nebo než ni nic není o od on ona oni pak po pod podle pokud pro proč proto \
     protože před přes při s se si své svůj ta tak také takže tam tato ten tedy to tohoto tom tomu toto tu ty u \
     už v ve však všechny z za ze že",
);

static ROMANIAN: WordSet = word_set!(
    "a acea aceasta această aceste acest acesta acestui acolo acum ai aici al ale am ar are asta astfel au avea \
     ca care ce cea cei cel cele cine când către cu cum că da dacă dar de deci deja deși despre din dintre doar \
     după ea ei el ele era este eu fi fie fiind fost foarte fără iar în îi își îl îm încă între la le lor lui mai \
     mult ne nici nimic noi noastră nostru nu o ori pe pentru peste prin sa sale sau se spre sub sunt să și te \
     toate tot toți un una unde unei unor unui va vom vor",
);

static HUNGARIAN: WordSet = word_set!(
    "a az azok azt ahogy aki akik ami amely amelyek amikor arra azonban be csak de e ebben egy egyik el ennek \
     erre és ez ezek ezt ezért fel hanem hogy hogyan ha hiszen is itt jól ki kell le lehet lesz lett ma maga már \
     majd meg mely mert mi mint minden még mivel nagyon ne nem neki nincs olyan ott pedig s saját sem során stb \
     szerint számára tehát te több új úgy után utolsó vagy valamint van vannak volt voltak össze ő ők által át \
     így",
);

static PERSIAN: WordSet = word_set!(
    "و در به از که این آن را با برای است بود شد شده می‌شود می شود هم یا تا اما اگر نیز بر یک هر همه هیچ چه چون \
     چرا کجا کی ما من تو او آنها آن‌ها ایشان شما خود خویش دیگر باید نباید بی پس پیش بین درباره روی زیر حتی مگر \
     ولی هستند هست نیست بودند شدند کرد کرده کردند کند کنند دارد دارند داشت خواهد ها های ای زیرا همین همان سپس بعد \
     قبل",
);

static HINDI: WordSet = word_set!(
    "का के की है हैं में से को पर और एक यह वह ने कि जो भी तो ही था थे थी हो होता होती होते कर करने करना किया किए \
     गया गई गए इस उस इन उन अपने अपनी अपना या लिए साथ बाद तक नहीं न अब जब तब कुछ कोई सब हम मैं तुम आप वे ये उनके \
     उनकी उसके उसकी इसके इसकी जिस जिसमें जैसे लेकिन मगर क्योंकि यदि अगर फिर बहुत सभी द्वारा रहा रहे रही हुआ हुई \
     हुए दिया जा सकता सकते सकती क्या कैसे कहाँ वाले वाली वाला",
);

static THAI: WordSet = word_set!(
    "ที่ และ ใน ของ เป็น มี การ ได้ ให้ ว่า จะ ไม่ นี้ กับ จาก ความ ก็ ไป มา หรือ แต่ โดย ซึ่ง อยู่ แล้ว ยัง ถึง \
     ต้อง เพื่อ นั้น ตาม คือ เมื่อ เพราะ ด้วย ทำ เขา เธอ ผม ฉัน เรา คุณ พวก มัน อย่าง ถ้า หาก กว่า ขึ้น ลง ออก \
     เข้า อีก ทั้ง ทุก บาง หลาย นัก ๆ",
);

static KOREAN: WordSet = word_set!(
    "이 그 저 것 수 등 및 더 또 또는 그리고 그러나 하지만 그래서 따라서 때문에 위해 대한 대해 통해 의해 있다 있는 있었다 없다 없는 하는 한 할 했다 된 되는 됐다 이다 이런 그런 어떤 모든 \
     각 매우 가장 다시 이미 아직 우리 나 너 그들 그녀 여기 거기 무엇 왜 어떻게 언제 어디 중 간 약 만 지난 이날 것으로 것이다 것은 것이",
);

static GREEK: WordSet = word_set!(
    "ο η το οι τα του της των τον την τους τις ένα ένας μια μία και κι να θα δεν δε μη μην που πως ότι με σε από \
     για στο στη στην στον στα στις στους ως αν όταν αλλά ή είτε ούτε όμως γιατί διότι επειδή μετά πριν κατά προς \
     χωρίς μέχρι αυτό αυτός αυτή αυτά αυτοί αυτές εκείνο όπως όσο πολύ πιο είναι ήταν έχει έχουν είχε μας σας μου \
     σου εγώ εσύ εμείς εσείς κάθε όλα όλοι όλες μόνο ακόμη επίσης μεταξύ υπό τι ποιος πού πώς",
);

static HEBREW: WordSet = word_set!(
    "של את על אל עם כי לא או אם גם כל זה זו זאת הוא היא הם הן אני אתה אתם אנחנו אנו יש אין היה היתה הייתה היו \
     יהיה תהיה מה מי איך למה מתי איפה כמו אבל אך רק עוד כבר אחרי לפני בין תחת מן עד אשר שהוא שהיא שלא כאשר כדי \
     לכן אולי מאוד יותר פחות אחד אחת שלו שלה שלהם שלי שלנו לו לה להם לי לנו בו בה בהם ב ל מ ש ה ו",
);
