//! Words and what NLTK's PorterStemmer makes of them (3.9, its own extensions), as `word stem`.

use super::stem;

const STEMS: &str = "\
    caresses caress, ponies poni, ties tie, caress caress, cats cat, sky sky, skies sky, dying die, lying lie, tying \
    tie, news news, inning inning, innings inning, outing outing, outings outing, canning canning, cannings canning, \
    howe howe, proceed proceed, exceed exceed, succeed succeed, dies die, flies fli, lies lie, cries cri, agreed \
    agre, feed feed, bleed bleed, freed freed, plastered plaster, bled bled, motoring motor, sing sing, conflated \
    conflat, troubled troubl, sized size, hopping hop, tanned tan, falling fall, hissing hiss, fizzed fizz, failing \
    fail, filing file, died die, spied spi, tried tri, carried carri, happy happi, enjoy enjoy, enjoyment enjoy, spy \
    spi, fly fli, try tri, by by, say say, toy toy, syzygy syzygi, relational relat, conditional condit, rational \
    ration, valency valenc, hesitancy hesit, digitizer digit, conformably conform, radically radic, differently \
    differ, vilely vile, analogously analog, vietnamization vietnam, predication predic, operator oper, feudalism \
    feudal, decisiveness decis, hopefulness hope, callousness callous, formality formal, sensitivity sensit, \
    sensibility sensibl, geology geolog, theology theolog, archaeology archaeolog, philology philolog, logical \
    logic, hopefully hope, fully fulli, totally total, formally formal, finally final, generally gener, basically \
    basic, ally alli, rally ralli, triplicate triplic, formative form, formalize formal, electricity electr, \
    electrical electr, goodness good, revival reviv, allowance allow, inference infer, airliner airlin, gyroscopic \
    gyroscop, adjustable adjust, defensible defens, irritant irrit, replacement replac, adjustment adjust, dependent \
    depend, adoption adopt, homologous homolog, communism commun, activate activ, angularity angular, effective \
    effect, bowdlerize bowdler, probate probat, rate rate, cease ceas, controll control, roll roll, controlling \
    control, rolled roll, bridges bridg, engineers engin, closing close, closed close, closure closur, using use, \
    used use, uses use, owing owe, aging age, eying eye, added ad, adding ad, ing ing, ings ing, 2024 2024, 1990s \
    1990, 5th 5th, covid19 covid19, yyyy yyyi, yyyed yy, s s, as as, is is, ass ass, its it, iss iss, thing thing, \
    things thing, being be, beings be, seeing see, kneed kneed, eeded eed, oed o, abed abe, ied i, bied bie, needed \
    need, reed reed, weed weed";

#[test]
fn words_are_cut_where_nltk_cuts_them() {
    let mut words = 0;
    for pair in STEMS.split(", ") {
        let (word, due) = pair.split_once(' ').expect("a word and its stem");
        assert_eq!(stem(word), due, "{word}");
        words += 1;
    }
    assert!(words > 120, "{words}");
}

#[test]
fn nothing_else_is_touched() {
    for word in ["", "a", "café", "東京"] {
        assert_eq!(stem(word), word);
    }
}
