use std::path::Path;

use proptest::prelude::*;
use summariser_core::Span;
use summariser_core::summary::quote;

use super::{is_page, page};

#[test]
fn pages_of_html_are_known_by_how_they_begin() {
    for (text, expected) in [
        ("<!DOCTYPE html>\n<html>", true),
        ("\u{FEFF}\n <HTML lang=\"en\">", true),
        ("<?xml version=\"1.0\"?>\n<!-- a page -->\n<html>", true),
        ("<body class=\"x\">", true),
        ("<div align=\"center\">\n\n# A README", false),
        ("<?xml version=\"1.0\"?><feed>", false),
        ("The tag <html> begins a page.", false),
        ("<!-- without an end", false),
        ("", false),
    ] {
        assert_eq!(is_page(Path::new("a.txt"), text), expected, "{text}");
    }
    assert!(is_page(Path::new("a.HTML"), "<p>So.") && !is_page(Path::new("html"), "<p>So."));
}

/// A sentence that is long enough to be prose.
const PROSE: &str = "The ferry between Holm and the islands is late again, as it was last week and the week before.";

#[track_caller]
fn check(what: &str, source: &str, expected: &str) {
    let expected = expected.replace("PROSE", PROSE);
    assert_eq!(page(&source.replace("PROSE", PROSE)).text, expected, "{what}: {source}");
}

#[test]
fn what_is_on_a_page_becomes_markdown() {
    for (what, source, expected) in [
        ("nothing", "", ""),
        ("a script alone", "<html><script>if (a < b) { show('<p>Text.</p>') }</script>", ""),
        ("white space", "<p>One\n   line\t<b> and </b> \r\n more. </p>", "One line and more."),
        ("tags in words", "<p>H<sub>2</sub>O, <i>un</i>do</p>", "H2O, undo"),
        ("references", "<p>AT&amp;T &lt;3 caf&eacute; &#8217; &notit; a & b</p>", "AT&T <3 café ’ ¬it; a & b"),
        ("a comment", "<p>Before <!-- <p>never</p> -->after.", "Before after."),
        ("headings", "<h1>One</h1>Text.<h3>Two</h3>More.", "# One\n\nText.\n\n### Two\n\nMore."),
        ("items that nobody ends", "<ul><li>One<li>Two, <p>and more</ul>End.", "- One\n- Two,\n\nand more\n\nEnd."),
        ("an item alone", "<ul><li>One</ul>Two.", "One\n\nTwo."),
        ("items in items", "<ol><li>One<ol><li>Two</ol><li>Three</ol>", "- One\n- Two\n- Three"),
        ("ends of lines", "<p>One<br>two<br/> <br>Three<br></p>Four", "One\ntwo\n\nThree\n\nFour"),
        ("a quotation", "<blockquote><p>One.</p><p>Two.</blockquote>", "> One.\n\n> Two."),
        ("one in a line", "<p>He said <q>no</q>.", "He said \"no\"."),
        ("program text", "<pre>a  b\n  c &lt; d</pre>Text.", "```\na  b\n  c < d\n```\n\nText."),
        ("program text with fences", "<pre>```\na\n```</pre>Text.", "````\n```\na\n```\n````\n\nText."),
        ("a table", "<table><tr><th>A<th>B<tr><td>1<td>2</table>", "| A | B |\n| 1 | 2 |"),
        ("a table for the looks", "<table><tr><td><p>One.</p><p>Two.</table>", "One.\n\nTwo."),
        ("what is hidden", "<p hidden>No.</p><p aria-hidden=true>No.</p><p>Yes.</p>", "Yes."),
        ("fields of a form", "<p>Choose: <select><option>a<option>b</select> now.", "Choose: now."),
        ("a head that nobody ends", "<html><head lang=x><meta charset=utf-8><body><p>One.", "One."),
        (
            "a drawing without an end",
            "<p>One <svg class=logo /> two <svg><style/><title>no</title></svg> three.",
            "One two three.",
        ),
        ("a heading that another one ends", "<h2>One</h3><p>Two.", "## One\n\nTwo."),
        (
            "a drawing in a heading",
            "<h1>One <a><svg><title>Link</title></svg></a> two</h1>Three.",
            "# One two\n\nThree.",
        ),
        ("a paragraph that the next one ends", "<p hidden><i>no<p>One.", "One."),
        ("an end of what has none", "One</br>two<p>Three</wbr>four", "One\ntwo\n\nThreefour"),
        ("cells without rows", "<table><td>One<td>Two</table>", "One\n\nTwo"),
        ("powers and notes", "<p>10<sup>6</sup> m<sup>2</sup>, 1,200<sup>3</sup> euros", "10^6 m2, 1,200^3 euros"),
        ("white space by references", "<ul><li>&#13;\n<li>One&#10;two<li>three</ul>", "- One two\n- three"),
        ("a byte-order mark", "\u{FEFF}<p>One.", "One."),
        ("an empty element of XHTML", "<?xml version='1.0'?><html><p>One <a id='x'/>two.</p></html>", "One two."),
    ] {
        check(what, source, expected);
    }
}

#[test]
fn the_article_is_taken_and_what_is_around_it_is_left() {
    for (what, source, expected) in [
        ("menus by their tags", "<nav>Home</nav><p>PROSE</p><footer>PROSE</footer>", "PROSE"),
        ("and by their names", "<div class='main-menu'>PROSE</div><p>PROSE</p>", "PROSE"),
        ("but not by what they have", "<div class='has-menu tag-social'>PROSE</div><p>PROSE</p>", "PROSE\n\nPROSE"),
        (
            "or where that is most of a page",
            "<form class=widget><p>PROSE</p><p>PROSE</p></form>PROSE",
            "PROSE\n\nPROSE\n\nPROSE",
        ),
        (
            "readers' words, even if most",
            "<p>PROSE</p><p>PROSE</p><div id=comments><p>PROSE<p>PROSE<p>PROSE</div>",
            "PROSE\n\nPROSE",
        ),
        ("or by their links", "<p>PROSE</p><ul><li><a href=x>One</a><li><a href=y>Two</a></ul>", "PROSE"),
        ("with their headings", "<h1>A</h1><p>PROSE</p><h2>See also</h2><ul><li><a href=x>B</a></ul>", "# A\n\nPROSE"),
        ("no menu is all of a page", "<div class=sidebar><p>PROSE</p></div>", "PROSE"),
        (
            "nor are links where there is nothing else",
            "<p>Read all of what we wrote of it today in this here: <a href=x>PROSE</a></p>",
            "Read all of what we wrote of it today in this here: PROSE",
        ),
        ("two articles are two", "<article><p>PROSE</article><article><p>PROSE</article>", "PROSE\n\nPROSE"),
        (
            "a page behind a dialog",
            "<div aria-hidden=true><p>PROSE<p>PROSE</div><div role=dialog>Agree.</div>",
            "PROSE\n\nPROSE",
        ),
        (
            "a comment is no article",
            "<p>PROSE<p>PROSE</p><article class='comment widget' id=x><p>PROSE</article>",
            "PROSE\n\nPROSE",
        ),
        ("a drawing has no say", "<title>A page</title><svg><title>Icon</title></svg><p>PROSE", "# A page\n\nPROSE"),
        ("a page of links is what it is", "<nav><a href=x>One</a> and two</nav>", "One and two"),
        (
            "the main part",
            "<p>PROSE</p><main><p>PROSE</p><p>Short.</p><p>PROSE</p></main><p>Also short.</p>",
            "PROSE\n\nShort.\n\nPROSE",
        ),
        (
            "the innermost element with most of it",
            "<div><p>Above.</p><div><p>PROSE</p><p>Short.</p><p>PROSE</p></div><p>Below.</p></div>",
            "PROSE\n\nShort.\n\nPROSE",
        ),
        ("what is said before the title", "<p>Share this<h1>A</h1><p>PROSE", "# A\n\nPROSE"),
        (
            "the page's title where there is none",
            "<title>A &amp; B again | Site</title><p>PROSE",
            "# A & B again\n\nPROSE",
        ),
        ("said once", "<title>A long title - Site</title><h2>A long title</h2><p>PROSE", "## A long title\n\nPROSE"),
        (
            "a title with a mark",
            "<title>Self-made - or not quite so</title><p>PROSE",
            "# Self-made - or not quite so\n\nPROSE",
        ),
        ("one without spaces", "<title>渡船又晚点了-新华网</title><p>PROSE", "# 渡船又晚点了\n\nPROSE"),
    ] {
        check(what, source, expected);
    }
}

/// What the text at a place of a page's text comes from.
fn origin(source: &str, said: &str) -> String {
    let page = page(source);
    let start = page.text.find(said).expect("it is said");
    quote(source, &page.map.origin(Span::of_range(start..start + said.len()), source))
}

#[test]
fn what_is_said_leads_back_to_the_page() {
    let source = "<title>Not here</title><h1>A ferry</h1>\r\n<p>The <b>old&nbsp;ferry</b> &amp; its\r\n captain; é &lt; x.</p><p>a &amp;&amp; b &lt;<b>b</b></p>\
                  <pre>caf&eacute;</pre>";
    for (said, expected) in [
        ("A ferry", "A ferry"),
        ("The", "The"),
        ("old", "old"),
        ("ferry</b>".trim_end_matches("</b>"), "ferry"),
        ("& its captain", "&amp; its captain"),
        ("é < x.", "é &lt; x."),
        ("a && b", "a &amp;&amp; b"),
        ("<b", "&lt; b"),
        ("caf", "caf"),
        ("café", "caf&eacute;"),
    ] {
        let found = origin(source, said);
        assert_eq!(found, expected, "{said}");
    }
}

#[test]
fn deep_and_broken_pages_take_their_time_alone() {
    let many = |part: &str| part.repeat(30_000);
    for source in [
        many("<div>"),
        many("<ul><li>a"),
        many("</div>"),
        many("<b> </b><br>"),
        many("<table><tr><td>x"),
        many("<p><a>"),
        many("<q>"),
        many("&amp;<"),
        many("<!--"),
        many("<h1>a"),
        format!("<a{}>x", many(" class=menu")),
    ] {
        let said = page(&source).text;
        assert!(said.len() <= 3 * source.len(), "{}", &source[..20.min(source.len())]);
    }
}

proptest! {
    #[test]
    fn every_word_of_any_page_is_where_it_is_said_to_be(
        parts in proptest::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<div class='menu'>", "</div>", "<b>", "</b>", "<li>", "<br>", "<td>", "<tr>", "<h2>", "</h2>",
                "<a href='x'>", "</a>", "<pre>", "</pre>", "<q>", "</q>", "<title>", "</title>", "<nav>", "</nav>", "é", "渡船",
                "&amp;", "&nbsp;", "&", "<", ">", " ", "\r\n", "\n", "ferry", "Holm", "is late", "\0", "<!-- x -->", "'", "\"",
            ]),
            0..60,
        ),
    ) {
        let source = parts.concat();
        let page = page(&source);
        let mut from = 0;
        for word in page.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let at = from + page.text[from..].find(word).expect("it is a word of it");
            from = at + word.len();
            let origin = page.map.origin(Span::of_range(at..from), &source);
            let said: String = origin.iter().map(|span| span.of(&source).expect("it is on the page")).collect();
            prop_assert_eq!(said, word, "{}", source);
        }
    }
}
