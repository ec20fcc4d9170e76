//! What the names of elements say, and those that pages give them.

/// Elements that end wherever they begin.
#[rustfmt::skip]
pub(super) const VOID: [&str; 16] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "source", "track", "wbr",
];

/// Elements that are never read. What is in `head` is for machines, but for the title.
#[rustfmt::skip]
pub(super) const UNREAD: [&str; 26] = [
    "audio", "button", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "math", "noembed",
    "noframes", "noscript", "object", "option", "progress", "script", "select", "style", "svg", "template",
    "textarea", "video", "rt", "rp", "meter",
];

/// Elements that may stand in a page's head.
#[rustfmt::skip]
pub(super) const OF_HEAD: [&str; 10] = [
    "head", "title", "meta", "link", "base", "style", "script", "noscript", "template", "object",
];

/// Headings.
pub(super) const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements around an article.
#[rustfmt::skip]
pub(super) const AROUND: [&str; 10] = [
    "nav", "footer", "aside", "dialog", "menu", "figcaption", "caption", "label", "search", "header",
];

/// What readers have said of an article, by its `class` or `id`: as surely around it.
#[rustfmt::skip]
pub(super) const COMMENTS: [&str; 4] = [
    "comment", "comments", "disqus", "respond",
];

/// Words in the `class`, `id` or `role` of what stands around an article.
#[rustfmt::skip]
pub(super) const CALLED_AROUND: [&str; 60] = [
    "nav", "navbar", "navbox", "navigation", "menu", "menubar", "breadcrumb", "breadcrumbs", "footer",
    "sidebar", "aside", "share", "sharing", "social", "related", "recommended", "recommendations", "promo",
    "promotion", "advert", "advertisement", "ads", "ad", "banner", "cookie", "cookies", "consent", "newsletter",
    "subscribe", "subscription", "signup", "login", "paywall", "popup", "modal", "overlay", "skip", "toc",
    "editsection", "reflist", "references", "catlinks", "hatnote", "ambox", "metadata", "noprint",
    "printfooter", "caption", "pagination", "pager", "toolbar", "widget", "contentinfo", "complementary",
    "search", "tags", "rss", "copyright", "trending", "teaser",
];

/// First words of names that say what an element has, or what its text is filed under, and not what it is: `has-sidebar`,
/// `category-social`.
#[rustfmt::skip]
pub(super) const SAYS_OTHERWISE: [&str; 11] = [
    "category", "tag", "type", "status", "format", "has", "no", "with", "without", "is", "layout",
];

/// Elements that articles are in.
#[rustfmt::skip]
pub(super) const HOLDERS: [&str; 9] = [
    "article", "body", "center", "div", "form", "main", "section", "span", "td",
];

/// Elements that stand apart.
#[rustfmt::skip]
pub(super) const BLOCKS: [&str; 51] = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
    "xmp",
];

/// Elements that end where another one of some begins: the list in which that one is looked for ends with those that it
/// does not leave.
pub(super) const CLOSES: [(&[&str], &[&str], &[&str]); 4] = [
    (&["li"], &["li"], &["ul", "ol", "menu", "dir"]),
    (&["dt", "dd"], &["dt", "dd"], &["dl"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (&["tr"], &["tr"], &["table"]),
];
