//! What the trimmer knows of seven languages without a tagger: closed classes, and the finite verbs that stand in most
//! sentences. A verb that is not here costs a line, a word that is wrongly here costs a reader, so the lists are short.

/// The words of one language, in lower case, apart by spaces.
#[derive(Debug, Default)]
pub(super) struct Tongue {
    /// Finite verbs.
    pub(super) finite: &'static str,
    /// How further finite verbs end.
    pub(super) endings: &'static str,
    /// Words that end so and are no verbs.
    pub(super) not_finite: &'static str,
    /// Words on which no line ends.
    pub(super) function: &'static str,
    /// Words that open a clause with a verb of its own.
    pub(super) openers: &'static str,
    /// Those of them whose clause may go from the end, and more that do behind a comma.
    pub(super) clauses: &'static str,
    /// Prepositions whose phrase may go from the end.
    pub(super) phrases: &'static str,
    /// Words before which nothing ends: what they open is the message, or the other half of it.
    pub(super) bound: &'static str,
    /// First halves of a pair, and words that the clause behind them restricts.
    pub(super) halves: &'static str,
    /// Verbs of saying, which are empty without what is said.
    pub(super) sayings: &'static str,
    /// Words that point back when they open a sentence.
    pub(super) pointing: &'static str,
}

/// What is known of a language; nothing of most.
pub(super) fn tongue(language: &str) -> &'static Tongue {
    TONGUES.iter().find(|(code, _)| *code == language).map_or(&NONE, |(_, tongue)| tongue)
}

/// Whether the list has the word.
pub(super) fn lists(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// Whether a list of words in order has the word: for lists that are long and asked often.
pub(super) fn is_one_of(list: &[&str], word: &str) -> bool {
    debug_assert!(list.is_sorted(), "a list out of order hides its words");
    list.binary_search(&word).is_ok()
}

const NONE: Tongue = Tongue {
    finite: "",
    endings: "",
    not_finite: "",
    function: "",
    openers: "",
    clauses: "",
    phrases: "",
    bound: "",
    halves: "",
    sayings: "",
    pointing: "",
};

#[rustfmt::skip]
const TONGUES: [(&str, Tongue); 8] = [
    ("de", Tongue {
        finite: "arbeitet arbeitete bedeutet befindet begann beginnt bekam bekommt beschreibt bestand besteht \
            bezeichnet bildet bleibt blieb brachte bringt darf dient diente droht drohte durfte dürfen endet \
            entspricht entstand entsteht erhielt erhält erklärt erklärte eröffnet fand fehlt fehlte fiel findet \
            fließt fordert forderte fällt führt führte gab galt geht gehört gehörte gewann gibt gilt ging grenzt \
            haben half hat hatte hatten heißt hielt hieß hilft hält ist kam kann kennt kommt konnte konnten \
            kostet können kündigte lag lebt lebte lebten leitet lief liegt ließ lässt läuft macht machte mag \
            meldet meldete muss musste mussten mündet müssen nahm nannte nennt nimmt plant plante sagt sagte sah \
            sank schließt schreibt schrieb setzt setzte sieht sind sinkt soll sollen sollte spielt spielte \
            sprach spricht stammt stammte stand starb startet starteten steht steigt stellt stellte stieg teilt \
            teilte traf trat trifft tritt trug trägt umfasst unterscheidet verfügt verfügte verließ verlor \
            verlässt versteht war waren warnt warnte wechselt werden will wird wirkt wirkte wollen wollte \
            wollten wuchs wurde wurden wächst zeigt zeigte zieht zog zählt zählte",
        endings: "ierte ierten",
        not_finite: "",
        function: "aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer \
            eines für gegen haben hat ihm ihn ihnen ihr ihre im in ist jemand man mit nach nachdem nicht ob oder ohne \
            sein seine seit sich sind trotz um und unter vom von vor war waren wegen weil wenn werden wie wird während zu zum \
            zur über",
        openers: "als bevor bis da damit dass denn deren dessen falls indem nachdem ob obwohl seitdem sobald sodass \
            solange weil welche welcher welches wenn wie wo wobei wodurch womit während",
        clauses: "bevor da das dem den denn der deren dessen die indem nachdem obwohl weil welche welcher welches wo \
            wobei wodurch womit während",
        phrases: "",
        bound: "als dass ob sondern wie",
        halves: "derjenige diejenige einzige einzigen entweder erste ersten je nicht sowohl umso weder zwar",
        sayings: "erklärt erklärte fordert forderte glaubt heißt hieß meint meinte sagt sagte versucht versuchte",
        pointing: "aber anschließend auch außerdem dabei dadurch daher damit danach dann darum davon dazu denn deshalb dies diese \
            diesem diesen dieser dieses doch dort er es hier ich ihm ihn ihnen ihr ihre ihren jedoch sein seine seinen sie und \
            wir zudem",
    }),
    ("fr", Tongue {
        finite: "a accuse affirme allait annonce appelle appellent arrive arrivent assure attend attendent aura \
            aurait auront avaient avait bénéficie compte comptent concerne concernent confirme connaissent \
            connaît croit célèbre demande demandent devait deviennent devient devra devrait dirige dit doit \
            doivent donne donnent déclare dénonce dénoncent dévoile entend entendent est estime estiment existe \
            explique fait faut ferme ferment fermera figure figurent fit font furent fut fête gagne gagnent joue \
            jouent lance lancent manque met mettent montre montrent ont ouvre ouvrent ouvrira pense perd permet \
            permettent peut peuvent pourra pourrait poursuit poursuivent pouvait prend prennent propose \
            proposent provoque prévoit quitte quittent raconte refuse refusent rejoint représente représentent \
            ressemble reste restent retrouve retrouvent reviennent revient reçoit reçoivent risque risquent \
            rouvrira réclame réclament révèle révèlent s'agit sait savent semble semblent sera seraient serait \
            seront sont souhaite souhaitent suscite tiennent tient touche touchent trouve trouvent va veulent \
            veut viennent vient vise visent vit vivent voient voit vont étaient était",
        endings: "aient dra eraient era eront ira iront dront rait èrent",
        not_finite: "abstrait attrait distrait extrait portrait retrait soustrait trait",
        function: "encore également notamment voire a alors après au aux avant avec ce ces cet cette chez comme contre d dans de depuis des donc dont du \
            en entre est et l la le les leur leurs lors mais malgré n ne ni ont ou où par pas pendant plus pour \
            quand que qui s sa sans se selon ses si son sont sous sur très un une vers à était été",
        openers: "afin alors après avant bien car comme dont laquelle lequel lesquelles lesquels lorsqu' lorsque où \
            parce pendant puisqu' puisque quand que qui si tandis",
        clauses: "alors car dont lorsque où parce puisque tandis",
        phrases: "afin après avant dans depuis durant face grâce lors malgré pendant pour selon suite via",
        bound: "qu' que",
        halves: "assez aussi ni suffisamment trop premier première seul seule seulement soit tellement",
        sayings: "affirme affirmé annonce annoncé assure assuré croit dit déclare déclaré estime estimé explique \
            expliqué indiqué pense précisé raconte raconté sait",
        pointing: "ainsi alors aussi car ce cela celle celle-ci celui celui-ci ces cet cette donc elle elles en enfin \
            et il ils je leur leurs lui là mais nous on or puis sa ses son vous y ça",
    }),
    ("es", Tongue {
        finite: "abre abrió afirmó alcanzó anuncia anunció aprobó aprueba aseguró busca buscan cae cayó cerró cierra \
            comenzó comienza confirma confirmó consiguió cree creen da dan debe deben deberá decide decidió \
            denunció detuvieron detuvo dice dijo dio empezó era eran es estaba estaban estará está están exige \
            fue fueron gana ganó ha habrá había habían hace hacen han hay hizo hubo iba informó llega llegó \
            logra logró murieron murió perdió permite permiten pide pidió podrá podría presenta presentó prevé \
            puede pueden queda quedó quiere quieren recibe recibió registra registró será serán sería señaló \
            sigue siguen son sube subió tendrá tenía tiene tienen tuvo va van vive viven volvió vuelve",
        endings: "aban aron ieron ían",
        not_finite: "",
        function: "a al ante como con contra cuando cuyo de del desde donde durante e el en entre es esta este fue ha \
            han hasta la las lo los muy más no o para pero por que quien se según si sin sobre son su sus tras u \
            un una unas unos y",
        openers: "antes aunque como cuando cuya cuyo después donde mientras porque que quien quienes si ya",
        clauses: "aunque cuando mientras porque",
        phrases: "antes desde después durante gracias mientras pese según tras",
        bound: "que sino",
        halves: "ni primer primera solo sólo tan única único",
        sayings: "afirmó anunció aseguró cree dice dijo informó señaló",
        pointing: "además allí así ella ellas ellos entonces esa ese eso esta estas este esto estos lo nosotros pero su \
            sus también y yo él",
    }),
    ("it", Tongue {
        finite: "accusa annuncia apre aprono arriva arrivano aveva avevano avrà cade chiede chiedono chiude chiudono \
            conferma cresce deve devono dice disse diventa dovrà era erano fa fanno fu furono ha hanno lancia ospita ospitano celebra celebrano crea creano ritorna \
            muore parte perde permette possono potrebbe potrà prende presenta propone può resta restano riguarda \
            sale saranno sarebbe sarà sono spiega sta stanno torna tornano trova trovano va vanno vengono viene \
            vince vive vivono vogliono vuole è",
        endings: "arono avano evano irono",
        not_finite: "",
        function: "a ai al alla alle anche che chi come con contro cui da dal dalla degli dei del della delle dello di \
            dopo dove durante e fra gli ha hanno i il in la le lo ma nei nel nella non o per più prima quando se \
            secondo si sono su sua sul sulla suo suoi tra un una uno è",
        openers: "anche che cui dopo dove mentre perché poiché prima quale quali quando se",
        clauses: "mentre perché poiché",
        phrases: "dopo durante grazie nei nel nella nelle nonostante prima secondo",
        bound: "che",
        halves: "così né prima primo sia solo unica unico",
        sayings: "annuncia detto dice disse spiega",
        pointing: "anche così e inoltre io lei loro lui lì ma noi poi quella quello questa queste questi questo sua suo",
    }),
    ("pt", Tongue {
        finite: "abre abriu afirmou alcançou anuncia anunciou apresentou aprovou caiu chega chegou começa começou \
            confirmou conseguiu decidiu denunciou deu deve devem deverá disse diz era eram estava estavam está \
            estão faz fazem fecha fechou fez fica ficou foi foram ganhou havia houve há informou morreram morreu \
            pede pediu perdeu permite pode podem poderá prendeu quer querem recebeu registrou segue seria será \
            serão subiu são tem terá tinha tinham têm vai venceu vive vivem voltou vão é",
        endings: "aram avam eram iram",
        not_finite: "",
        function: "a ao após as até com como contra cujo da das de desde do dos durante e em entre foi mais mas na nas \
            no nos não o onde os ou para pela pelo por quando que quem se segundo sem seu sobre sua são tem um \
            uma à é",
        openers: "antes como cuja cujo depois embora enquanto onde porque quando que quem se",
        clauses: "embora enquanto porque quando",
        phrases: "antes após depois desde durante na nas no nos segundo",
        bound: "que",
        halves: "nem primeira primeiro só tão única único",
        sayings: "afirmou anunciou disse diz informou",
        pointing: "além assim e ela elas ele eles então essa esse esta este eu isso isto mas nós seu sua também",
    }),
    ("nl", Tongue {
        finite: "begint begon bleef blijft blijven daalde daalt deed doet gaan gaat gaf geeft ging gingen had hadden \
            hebben heeft hield houdt is kan komen komt kon konden kreeg krijgen krijgt kunnen kwam kwamen laat \
            lag liet liggen ligt maakt maakte mag meldde meldt moest moesten moet moeten nam neemt opende opent \
            sloot sluit speelde speelt staan staat steeg stierf stijgt stond valt verlaat verliest verloor viel \
            vindt vond vraagt vroeg waren was werd werden wil wilde willen wint won woonde woont worden wordt \
            zag zal zegt zei ziet zijn zou zouden zullen",
        endings: "eerde eerden",
        not_finite: "",
        function: "aan als bij dat de die door een en haar hebben heeft het hun in is maar met na naar niet of om onder \
            ook op over sinds te tegen tijdens tot uit van volgens voor waar waren was wie worden wordt zijn \
            zonder",
        openers: "als dat die doordat hoewel nadat of omdat terwijl toen voordat waar waarbij waardoor wat wie zodat",
        clauses: "hoewel nadat omdat terwijl toen",
        phrases: "",
        bound: "dat maar of",
        halves: "eerste enige niet noch zo zowel",
        sayings: "meldde meldt zegt zei",
        pointing: "daar daarna daarom dan deze dit en haar hier hij hun ik maar ook toen we wij ze zij",
    }),
    ("ru", Tongue {
        finite: "будет будут был была были было должен должна должны есть мог могла могут может нет стал стала стали \
            стало",
        endings: "ал ул ыл атся ел ет ется ил ит ится ла лась ли лись ло лось лся ют ются ят ятся",
        not_finite: "автомобил авторитет билет более бюджет газет дел дела для если журнал или интернет кабинет канал \
            капитал комитет лет ли материал метал мобил начала ответ паритет персонал потенциал предмет \
            приоритет село сигнал сила скандал совет стил тела только тыл университет факультет фестивал филиал \
            числа школа",
        function: "а без бы в во где для до его если её же за и из или их к как ко когда который между на над не ни но \
            о об от перед по под после при про с со у через что чтобы это",
        openers: "где если когда которая которого которое которой которому которую которые который которых куда пока \
            поскольку потому хотя что чтобы",
        clauses: "поскольку потому хотя",
        phrases: "благодаря вместо из-за перед после",
        bound: "что чтобы",
        halves: "единственный либо не ни первая первый",
        sayings: "заявил заявила рассказал рассказала сказал сообщил сообщила сообщили",
        pointing: "а его её здесь и их мы но он она они оно так также там тогда эта эти это этот я",
    }),
    ("ar", Tongue { function: "أن أو إلى إن التي الذي الذين بعد بين ثم حتى على عن عند في قبل كان كانت كما لا لكن لم لن ما مع من منذ \
            هذا هذه و", ..NONE }),
];
