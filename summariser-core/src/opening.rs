//! [`Openings`]: whether a sentence hangs, that is, opens on a word that points back at the sentence before it: *But
//! it…*, *However, he…*, *This means…*. Decided by the first words alone, from lists for each language; a pronoun that
//! its own sentence explains later, and what hangs further in, are not looked for.

use std::cell::LazyCell;
use std::sync::{LazyLock, OnceLock};

/// How many words of a sentence are looked at.
const WORDS: usize = 8;

/// How many words the longest phrase of the lists has.
const LONGEST: usize = 4;

/// What one language says. Lists are phrases with a comma between them, in lower case, as [`words`] cuts them: an
/// apostrophe is a space.
struct Lists {
    code: &'static str,
    /// Openings that lean on what was said before.
    leans: &'static str,
    /// Longer openings that begin like those and stand by themselves: *this year*.
    stands: &'static str,
    /// Pronouns, verbs and conjunctions of sentences such as *It is clear that…*, whose pronoun points ahead.
    ahead: [&'static str; 3],
}

/// The openings of one language.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    leans: Phrases,
    stands: Phrases,
    ahead: [Phrases; 3],
    /// Whether the language is written without spaces, so that an opening is what the sentence starts with.
    is_dense: bool,
}

impl Openings {
    /// Those of a language, by its code; of one without lists nothing hangs.
    pub(crate) fn of(language: &str) -> &'static Openings {
        static NONE: LazyLock<Openings> = LazyLock::new(Openings::default);
        static ALL: [OnceLock<Openings>; LISTS.len()] = [const { OnceLock::new() }; LISTS.len()];
        let language = language.split('-').next().unwrap_or_default();
        let found = LISTS.iter().zip(&ALL).find(|(lists, _)| lists.code == language);
        found.map_or(&NONE, |(lists, openings)| openings.get_or_init(|| Openings::new(lists)))
    }

    fn new(lists: &Lists) -> Openings {
        Openings {
            leans: Phrases::new(lists.leans),
            stands: Phrases::new(lists.stands),
            ahead: lists.ahead.map(Phrases::new),
            is_dense: matches!(lists.code, "zh" | "ja" | "th"),
        }
    }

    /// Whether a sentence hangs on the one before it.
    pub(crate) fn hangs(&self, sentence: &str) -> bool {
        if self.is_dense {
            let text = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
            let starts = |phrases: &Phrases| phrases.sorted.iter().any(|phrase| text.starts_with(phrase.first));
            return starts(&self.leans) && !starts(&self.stands);
        }
        self.leans.open(sentence) && !self.stands.open(sentence) && !self.points_ahead(sentence)
    }

    /// Whether the pronoun that the sentence opens on stands for what the sentence itself goes on to say.
    fn points_ahead(&self, sentence: &str) -> bool {
        let [pronouns, verbs, conjunctions] = &self.ahead;
        let mut words = words(sentence).take(WORDS);
        words.next().is_some_and(|word| pronouns.have(word))
            && words.next().is_some_and(|word| verbs.have(word))
            && words.any(|word| conjunctions.have(word))
    }
}

/// A list of phrases of one word or several.
#[derive(Debug, Default)]
struct Phrases {
    sorted: Vec<Phrase>,
    /// For every first byte where the phrases with it begin, and where those of the last one end.
    starts: Vec<u16>,
}

/// A phrase, cut behind its first word.
#[derive(Debug)]
struct Phrase {
    first: &'static str,
    rest: Box<[&'static str]>,
}

impl Phrases {
    fn new(list: &'static str) -> Phrases {
        let phrases = list.split(',').map(str::trim).filter(|phrase| !phrase.is_empty());
        let cut = |phrase: &'static str| {
            let mut words = phrase.split(' ');
            Phrase { first: words.next().unwrap_or_default(), rest: words.collect() }
        };
        let mut sorted: Vec<Phrase> = phrases.map(cut).collect();
        sorted.sort_unstable_by_key(|phrase| phrase.first);
        let initial = |phrase: &Phrase| phrase.first.bytes().next().map_or(0, u16::from);
        let start = |byte: u16| sorted.partition_point(|phrase| initial(phrase) < byte);
        let starts = (0..=256).map(|byte| u16::try_from(start(byte)).unwrap_or(u16::MAX)).collect();
        Phrases { sorted, starts }
    }

    /// Those of which the first word begins as a word in any case does.
    fn beginning(&self, word: &str) -> &[Phrase] {
        let initial = match word.as_bytes() {
            [first, ..] if first.is_ascii() => first.to_ascii_lowercase(),
            _ => {
                word.chars().flat_map(char::to_lowercase).next().map_or(0, |c| c.encode_utf8(&mut [0; 4]).as_bytes()[0])
            }
        };
        let initial = usize::from(initial);
        let Some([start, end]) = self.starts.get(initial..initial + 2) else { return &[] };
        self.sorted.get(usize::from(*start)..usize::from(*end)).unwrap_or_default()
    }

    /// Whether a sentence opens on one of them.
    fn open(&self, sentence: &str) -> bool {
        let mut words = words(sentence);
        let Some(first) = words.next() else { return false };
        let following = LazyCell::new(|| [(); LONGEST - 1].map(|()| words.next().unwrap_or_default()));
        let goes_on = |phrase: &Phrase| phrase.rest.iter().zip(*following).all(|(word, said)| is(said, word));
        self.with_first(first).any(|phrase| phrase.rest.is_empty() || goes_on(phrase))
    }

    /// Whether a word is one of them.
    fn have(&self, word: &str) -> bool {
        self.with_first(word).any(|phrase| phrase.rest.is_empty())
    }

    /// Those with a word in any case as their first one.
    fn with_first(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        // Length and end tell most apart; what is not ASCII may have another length in lower case.
        let (plain, len) = (word.is_ascii(), word.len());
        let last = word.bytes().next_back().map(|last| last.to_ascii_lowercase());
        let may_be = move |first: &str| !plain || first.len() == len && first.bytes().next_back() == last;
        self.beginning(word).iter().filter(move |phrase| may_be(phrase.first) && is(word, phrase.first))
    }
}

/// Whether a word in any case is one in lower case.
fn is(word: &str, lower: &str) -> bool {
    if word.is_ascii() {
        word.eq_ignore_ascii_case(lower)
    } else {
        word.chars().flat_map(char::to_lowercase).eq(lower.chars())
    }
}

/// The words of a sentence. What is no letter and no digit divides them; a sentence of signs alone has none.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        let is_start = rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
        let start = if is_start { rest } else { rest.trim_start_matches(|c: char| !c.is_alphanumeric()) };
        let plain = start.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let end = match start.as_bytes().get(plain) {
            Some(byte) if !byte.is_ascii() => start.find(|c: char| !c.is_alphanumeric()).unwrap_or(start.len()),
            _ => plain,
        };
        let word;
        (word, rest) = start.split_at_checked(end)?;
        (!word.is_empty()).then_some(word)
    })
}

/// The lists. A word that is also an article or an adverb of its own leans only together with what follows it: German
/// *das ist*, Dutch *het is*. Words that open a sentence as often without leaning (*while*, *now*, *some*) are left
/// out.
const LISTS: &[Lists] = &[
    Lists {
        code: "en",
        leans: "he, she, it, they, him, his, her, hers, its, their, theirs, this, that, these, those, \
            but, and, or, nor, so, yet, also, too, then, thus, hence, therefore, however, nevertheless, nonetheless, \
            moreover, furthermore, instead, otherwise, likewise, similarly, conversely, \
            consequently, accordingly, afterwards, afterward, thereafter, indeed, \
            neither, the latter, the same, in addition, in contrast, in turn, in fact, in other words, in short, \
            in this, in that, in these, in those, in doing so, as a result, as such, for example, for instance, \
            for this reason, because of this, because of that, despite this, despite that, after that, after this, \
            before that, on the other hand, on the contrary, at the same time, at this, by contrast, by then, \
            to this end, to do so, of these, of those, with this, with that, from there, from then, even so, that said, \
            what s more, what is more, not only that, one of them, one of these, some of them, some of these, \
            most of them, many of them, all of them, all of this, all this, none of them, none of this, both of them",
        stands: "this year, this week, this month, this morning, this afternoon, this evening, this summer, this autumn, \
            this winter, this spring, this season, this weekend, this time, this paper, this study, this article, \
            this work, this report, this book, this page, this section, this chapter, this document, this guide, \
            this thesis, this survey, this review, this tutorial, this monday, this tuesday, this wednesday, \
            this thursday, this friday, this saturday, this sunday, in this year, in this week, in this paper, \
            in this study, in this article, in this work, in this report, in this book, in this section, \
            in this chapter, in this document, in this guide, in this thesis, in this survey, in this review, \
            that day, that year, that week, that month, that morning, that afternoon, that evening, that night, \
            these days, those who, those of us, in those days, in that year, so far, so called, then prime, \
            her majesty, his majesty, his holiness, his royal, her royal, \
            it is hard, it is difficult, it is important, it is possible, it is impossible, it is easy, \
            it is necessary, it is time, it is common, it is worth, it is better, it is best, \
            it was hard, it was difficult, it was important, it was possible, it was impossible, it was easy, \
            it was necessary, it was time, it s hard, it s difficult, it s important, it s possible, it s impossible, \
            it s easy, it s time, it s worth, it s better, it s best, it takes, it took, it rained, it snowed",
        ahead: [
            "it, this",
            "is, was, s, has, will, would, may, might, could, can, seems, seemed, appears, appeared, turns, turned, \
                emerged, became, remains, isn, wasn",
            "that, whether, who, how, why",
        ],
    },
    Lists {
        code: "de",
        leans: "er, sie, ihm, ihn, ihr, ihre, ihren, ihrem, ihrer, sein, seine, seinen, seinem, seiner, es, dies, \
            diese, dieser, dieses, diesem, diesen, jener, jene, jenes, und, aber, doch, oder, denn, sondern, auch, \
            außerdem, zudem, ferner, ebenso, ebenfalls, dennoch, trotzdem, allerdings, jedoch, dagegen, hingegen, \
            stattdessen, deshalb, deswegen, daher, darum, somit, folglich, also, dadurch, damit, dabei, dafür, daran, \
            darauf, daraus, darin, darüber, davon, davor, dazu, danach, daraufhin, dann, dort, schließlich, so, beide, \
            zum beispiel, in der folge, im gegensatz dazu, aus diesem grund, das ist, das war, das sei, das wäre, \
            das hat, das hatte, das hätte, das wird, das würde, das bedeutet, das zeigt, das heißt, das liegt, das gilt, \
            das kann, das soll, das macht, das geht, das führt, das sagte, das sagt, das teilte, nach dem, \
            bei diesem, bei dieser, in diesem, in dieser, mit diesem, mit dieser, nach diesem, nach dieser",
        stands: "dieses jahr, diesem jahr, diese woche, diesen monat, diesen sommer, diesen winter, diesen herbst, \
            diesen montag, diesen dienstag, diesen mittwoch, diesen donnerstag, diesen freitag, diesen samstag, \
            diesen sonntag, diese arbeit, dieser artikel, diese studie, dieser beitrag, dieses buch, in diesem jahr, \
            in dieser woche, in diesem monat, in dieser arbeit, in diesem artikel, in dieser studie, in diesem beitrag, \
            in diesem buch, in diesem sommer, in diesem winter, nach dem, es gibt, es gab, es ist wichtig, \
            es ist möglich, es ist schwer, es ist zeit, so genannte, auch wenn, damit die, damit der, damit das, dort wo",
        ahead: [
            "es",
            "ist, war, sei, wäre, wird, wurde, bleibt, scheint, schien, heißt, hieß, zeigt, steht, gilt, kann",
            "dass, ob, wie, wer",
        ],
    },
    Lists {
        code: "fr",
        leans: "il, elle, ils, elles, lui, leur, leurs, celui ci, celle ci, ceux ci, celles ci, ce dernier, \
            cette dernière, ces derniers, ces dernières, ceci, cela, ça, c est, c était, ce, cet, cette, ces, mais, et, \
            ou, or, donc, car, puis, ensuite, aussi, ainsi, cependant, pourtant, toutefois, néanmoins, \
            en revanche, par contre, au contraire, de plus, en outre, par ailleurs, en effet, d ailleurs, d autre part, \
            en conséquence, par conséquent, c est pourquoi, par exemple, de même, également, tous deux, \
            toutes deux, parmi eux, parmi elles, dans ce, dans cette, dans ces, à cet, pour cela, malgré cela, \
            après cela, les deux, l autre, ce n est, ce sont",
        stands: "il y a, il y avait, il y aura, il faut, il faudra, il est possible, il est difficile, il est important, \
            il est temps, il s agit, ce matin, ce soir, ce lundi, ce mardi, ce mercredi, ce jeudi, ce vendredi, \
            ce samedi, ce dimanche, ce mois, ce week, ce que, ce qui, cet été, cet hiver, cet après, cet article, \
            cette année, cette semaine, cette nuit, cette étude, ces jours, ainsi que, alors que, dans cet article, \
            dans cette étude, et si",
        ahead: ["il, c, ce", "est, était, serait, semble, semblait, paraît, apparaît, reste", "que, qu, qui"],
    },
    Lists {
        code: "es",
        leans: "él, ella, ellos, ellas, ello, esto, eso, este, esta, estos, estas, ese, esa, esos, esas, aquello, su, sus, \
            pero, y, e, o, sino, aunque así, así, entonces, luego, después, además, también, tampoco, sin embargo, \
            no obstante, por lo tanto, por tanto, por ello, por eso, por esto, en cambio, por el contrario, \
            por otra parte, por otro lado, de hecho, en consecuencia, por ejemplo, asimismo, igualmente, mientras tanto, \
            a pesar de ello, ambos, ambas, en este, en esta, en ese, en esa, de este modo, de esta manera, de esta forma, \
            lo mismo, tras ello, ante ello, con ello",
        stands: "este año, este mes, este lunes, este martes, este miércoles, este jueves, este viernes, este sábado, \
            este domingo, este verano, este invierno, este artículo, este trabajo, este estudio, esta semana, \
            esta mañana, esta tarde, esta noche, estos días, en este artículo, en este trabajo, en este estudio, \
            en este año, después de, luego de, además de, así como, su majestad, su santidad",
        ahead: ["", "", ""],
    },
    Lists {
        code: "pt",
        leans: "ele, ela, eles, elas, isto, isso, este, esta, estes, estas, esse, essa, esses, essas, aquilo, seu, sua, \
            seus, suas, mas, e, ou, porém, contudo, entretanto, no entanto, todavia, assim, então, depois, também, \
            além disso, portanto, por isso, por outro lado, pelo contrário, em vez disso, de fato, de facto, \
            por exemplo, enquanto isso, apesar disso, ambos, ambas, neste, nesta, nesse, nessa, com isso, dessa forma, \
            desta forma, desse modo, deste modo, o mesmo",
        stands: "este ano, este mês, esta semana, esta manhã, esta tarde, esta noite, este artigo, este trabalho, \
            este estudo, neste ano, nesta semana, neste artigo, neste trabalho, neste estudo, nesta segunda, \
            nesta terça, nesta quarta, nesta quinta, nesta sexta, neste sábado, neste domingo, depois de, assim como, \
            e se",
        ahead: ["", "", ""],
    },
    Lists {
        code: "it",
        leans: "egli, lui, lei, loro, essi, esse, esso, essa, questo, questa, questi, queste, quello, quella, quelli, \
            quelle, ciò, suo, sua, suoi, sue, ma, e, ed, o, però, tuttavia, eppure, quindi, dunque, perciò, pertanto, \
            allora, poi, così, anche, inoltre, infatti, invece, al contrario, d altra parte, d altronde, di conseguenza, \
            per questo, per esempio, ad esempio, nel frattempo, nonostante ciò, entrambi, entrambe, in questo, \
            in questa, in tal, lo stesso",
        stands: "questo mese, questa mattina, questa sera, questa settimana, questo articolo, questo lavoro, questo studio, \
            quest anno, in questo articolo, in questo lavoro, in questo studio, anche se, così come, quelli che, \
            quello che",
        ahead: ["", "", ""],
    },
    Lists {
        code: "nl",
        leans: "hij, zij, ze, hem, haar, hun, zijn, dit, deze, die, het is, het was, het heeft, het had, het wordt, \
            het werd, het kan, het gaat, het zou, dat is, dat was, dat heeft, dat wordt, dat kan, dat zegt, dat zei, \
            dat betekent, dat blijkt, maar, en, of, want, dus, ook, toch, echter, bovendien, daarnaast, daarom, \
            daardoor, daarmee, daarbij, daarna, daarvoor, daarop, daar, toen, dan, vervolgens, desondanks, niettemin, \
            integendeel, hierdoor, hierbij, hiermee, zo, beide, bijvoorbeeld, in plaats daarvan, als gevolg, \
            aan de andere kant, in dit, in deze",
        stands: "dit jaar, deze week, deze maand, deze ochtend, deze zomer, deze winter, dit artikel, dit boek, \
            dit onderzoek, deze studie, in dit artikel, in dit onderzoek, in deze studie, zijn er, zo n, dan wel, \
            ook al, of het",
        ahead: ["het", "is, was, wordt, werd, blijft, lijkt, kan", "dat, of, hoe, om"],
    },
    Lists {
        code: "sv",
        leans: "han, hon, de, dem, hans, hennes, deras, dess, detta, denna, dessa, den är, den var, det är, det var, men, \
            och, eller, så, också, även, dock, däremot, därför, därmed, dessutom, sedan, då, trots det, istället, \
            i stället, samtidigt, till exempel, båda, i detta, i denna",
        stands: "denna vecka, denna månad, denna artikel, denna studie, i denna artikel, i denna studie, även om, \
            så kallade, de flesta, de som",
        ahead: ["det", "är, var, blir, blev, verkar, kan", "att, om, som, hur"],
    },
    Lists {
        code: "da",
        leans: "han, hun, de, dem, hans, hendes, deres, dette, denne, disse, det er, det var, det har, det bliver, men, og, \
            eller, så, også, dog, derimod, derfor, dermed, desuden, derefter, bagefter, trods det, i stedet, samtidig, \
            for eksempel, begge",
        stands: "denne uge, denne måned, denne artikel, dette studie, de fleste, de som, så kaldte",
        ahead: ["det", "er, var, bliver, blev, synes, kan", "at, om, som, hvordan"],
    },
    Lists {
        code: "ru",
        leans: "он, она, оно, они, его, её, ее, их, ему, ей, им, это, этот, эта, эти, этого, этому, этим, этой, такой, \
            такая, такое, такие, таким, такого, тот, та, те, но, и, а, или, однако, также, тоже, затем, потом, тогда, \
            поэтому, кроме того, более того, тем не менее, несмотря на это, вместо этого, в результате, таким образом, \
            следовательно, при этом, между тем, с другой стороны, в то же время, наоборот, например, впрочем, зато, \
            после этого, до этого, об этом, по его, по её, по ее, по их, в этом, в этой, в этих, оба, обе, там",
        stands: "этим летом, этой зимой, этой осенью, этой весной, этим утром, эта статья, эта работа, в этом году, \
            в этом месяце, в этой статье, в этой работе, те кто, а если",
        ahead: ["", "", ""],
    },
    Lists {
        code: "vi",
        leans: "ông ấy, bà ấy, anh ấy, cô ấy, anh ta, cô ta, nó, họ, điều này, điều đó, việc này, việc đó, đây, đó, này, \
            nhưng, và, hoặc, tuy nhiên, tuy vậy, vì vậy, vì thế, do đó, do vậy, bởi vậy, ngoài ra, hơn nữa, bên cạnh đó, \
            sau đó, trước đó, khi đó, từ đó, theo đó, mặt khác, trong khi đó, đồng thời, cũng, ví dụ, chẳng hạn, \
            thay vào đó, cả hai, như vậy, còn",
        stands: "",
        ahead: ["", "", ""],
    },
    Lists {
        code: "id",
        leans: "dia, ia, mereka, beliau, ini, itu, hal ini, hal itu, hal tersebut, tetapi, tapi, namun, dan, atau, \
            sedangkan, sementara itu, oleh karena itu, karena itu, oleh sebab itu, maka, jadi, selain itu, di samping itu, \
            selanjutnya, kemudian, lalu, setelah itu, sebelum itu, sebelumnya, akibatnya, sebaliknya, meski demikian, \
            meskipun demikian, meski begitu, walaupun begitu, dengan demikian, misalnya, contohnya, juga, keduanya, \
            di sisi lain, bahkan, padahal, begitu juga",
        stands: "",
        ahead: ["", "", ""],
    },
    Lists {
        code: "zh",
        leans: "他, 她, 它, 这, 這, 那, 此, 其, 该, 該, 但, 不过, 不過, 然而, 可是, 而, 因此, 所以, 于是, 於是, 另外, \
            同时, 同時, 随后, 隨後, 然后, 然後, 接着, 接著, 例如, 比如, 相反, 并且, 並且, 也, 还有, 還有, 两者, 兩者",
        stands: "其他, 其余, 其餘, 那曲, 但丁, 而立, 此刻, 该死",
        ahead: ["", "", ""],
    },
    Lists {
        code: "ja",
        leans: "彼, これ, それ, この, その, あの, こう, そう, そこ, しかし, だが, でも, ただ, また, そして, さらに, 一方, \
            ところが, それで, だから, したがって, 従って, このため, そのため, なお, ちなみに, たとえば, 例えば, つまり, \
            同氏, 同社, 同日, 同市, 同県, 同省, 両者, 両国, が、, と述べ",
        stands: "これまで, これから, それぞれ, この夏, この冬, この春, この秋, この論文, この研究, この記事, 彼岸, そうめん",
        ahead: ["", "", ""],
    },
    Lists {
        code: "th",
        leans: "แต่, และ, หรือ, อย่างไรก็ตาม, นอกจากนี้, นอกจากนั้น, ดังนั้น, จากนั้น, หลังจากนั้น, ทั้งนี้, \
            ขณะเดียวกัน, ซึ่ง, พวกเขา",
        stands: "แต่ละ",
        ahead: ["", "", ""],
    },
];

#[cfg(test)]
mod tests;
