//! [`export!`](crate::export): makes a plugin of a struct. The struct's fields are its options and their doc comments the
//! help; all of it becomes a manifest, TOML in the library's read-only data, so that listing a plugin, checking its
//! options and showing its help run none of its code.

use super::MANIFEST_MARKER;
use crate::{BlockKind, Reads};

/// What a manifest is written from, at compile time.
#[derive(Clone, Copy, Debug)]
pub struct Declaration {
    /// The name under which chains call it.
    pub id: &'static str,
    /// The version of the plugin's package.
    pub version: &'static str,
    /// The licence of the plugin's package.
    pub licence: &'static str,
    /// What it does: lines of a doc comment.
    pub about: &'static [&'static str],
    /// The columns that it reads; `None` is all.
    pub reads: Option<&'static [&'static str]>,
    /// The kinds of block that it makes; `None` is any.
    pub makes: Option<&'static [&'static str]>,
    /// Its options.
    pub options: &'static [OptionDeclaration],
}

/// One option of a [`Declaration`]. Values are written as TOML.
#[derive(Clone, Copy, Debug)]
pub struct OptionDeclaration {
    /// Its name.
    pub key: &'static str,
    /// The name of its type.
    pub kind: &'static str,
    /// Its value where none is given, if it has one.
    pub default: Option<&'static str>,
    /// The least and the greatest value, if there are bounds.
    pub range: Option<(&'static str, &'static str)>,
    /// The values that it may have, if only some.
    pub choices: &'static [&'static str],
    /// What it is for: lines of a doc comment.
    pub help: &'static [&'static str],
}

/// A buffer that is filled at compile time; beyond its size it only counts.
struct Buffer<const SIZE: usize> {
    bytes: [u8; SIZE],
    used: usize,
}

impl<const SIZE: usize> Buffer<SIZE> {
    const fn byte(mut self, byte: u8) -> Self {
        if self.used < SIZE {
            self.bytes[self.used] = byte;
        }
        self.used += 1;
        self
    }

    const fn plain(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self = self.byte(bytes[at]);
            at += 1;
        }
        self
    }

    /// A TOML string.
    const fn quoted(mut self, text: &str) -> Self {
        self = self.byte(b'"');
        self = self.escaped(text.as_bytes(), 0);
        self.byte(b'"')
    }

    /// The inside of a TOML string, from a byte on.
    const fn escaped(mut self, bytes: &[u8], mut at: usize) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        while at < bytes.len() {
            let byte = bytes[at];
            if byte == b'"' || byte == b'\\' {
                self = self.byte(b'\\').byte(byte);
            } else if byte < b' ' || byte == 0x7f {
                self = self.plain(b"\\u00").byte(HEX[(byte >> 4) as usize]).byte(HEX[(byte & 15) as usize]);
            } else {
                self = self.byte(byte);
            }
            at += 1;
        }
        self
    }

    /// The lines of a doc comment as one TOML string: without the space that stands before each, joined by line breaks.
    const fn prose(mut self, lines: &[&str]) -> Self {
        self = self.byte(b'"');
        let mut line = 0;
        while line < lines.len() {
            if line > 0 {
                self = self.plain(b"\\n");
            }
            let bytes = lines[line].as_bytes();
            let start = if !bytes.is_empty() && bytes[0] == b' ' { 1 } else { 0 };
            self = self.escaped(bytes, start);
            line += 1;
        }
        self.byte(b'"')
    }

    /// A TOML array; its elements are quoted, or are TOML already.
    const fn array(mut self, elements: &[&str], quote: bool) -> Self {
        self = self.byte(b'[');
        let mut at = 0;
        while at < elements.len() {
            if at > 0 {
                self = self.plain(b", ");
            }
            self = if quote { self.quoted(elements[at]) } else { self.plain(elements[at].as_bytes()) };
            at += 1;
        }
        self.plain(b"]\n")
    }

    const fn manifest(mut self, declaration: &Declaration) -> Self {
        assert!(
            is_id(declaration.id),
            "the id is a lower-case letter, then at most 31 lower-case letters, digits or hyphens"
        );
        self = self.plain(MANIFEST_MARKER);
        self = self.plain(b"id = ").quoted(declaration.id);
        self = self.plain(b"\nversion = ").quoted(declaration.version);
        self = self.plain(b"\nlicence = ").quoted(declaration.licence);
        self = self.plain(b"\nabout = ").prose(declaration.about).byte(b'\n');
        if let Some(reads) = declaration.reads {
            assert!(all_named(reads, true), "reads(…) names paragraphs, sentences, words, terms or salience");
            self = self.plain(b"reads = ").array(reads, true);
        }
        if let Some(makes) = declaration.makes {
            assert!(all_named(makes, false), "makes(…) names headline, paragraph, bullet, figure, keyword or sentence");
            self = self.plain(b"makes = ").array(makes, true);
        }
        let mut at = 0;
        while at < declaration.options.len() {
            let option = &declaration.options[at];
            self = self.plain(b"[[options]]\nkey = ").quoted(plain_name(option.key));
            self = self.plain(b"\ntype = ").quoted(option.kind).byte(b'\n');
            if let Some(default) = option.default {
                assert!(is_plain(default), "a default is a plain literal: no suffix, no raw string, no escapes");
                self = self.plain(b"default = ").plain(default.as_bytes()).byte(b'\n');
            }
            if let Some((low, high)) = option.range {
                self = self.plain(b"min = ").plain(low.as_bytes());
                self = self.plain(b"\nmax = ").plain(high.as_bytes()).byte(b'\n');
            }
            if !option.choices.is_empty() {
                self = self.plain(b"choices = ").array(option.choices, false);
            }
            self = self.plain(b"help = ").prose(option.help).byte(b'\n');
            at += 1;
        }
        self.byte(0)
    }
}

/// Whether a text can be the id of a plugin.
const fn is_id(id: &str) -> bool {
    let bytes = id.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let inside = bytes[at].is_ascii_digit() || bytes[at] == b'-';
        if !(bytes[at].is_ascii_lowercase() || (at > 0 && inside)) {
            return false;
        }
        at += 1;
    }
    at > 0 && at <= 32
}

/// Whether all of these are names of columns, or of kinds of block.
const fn all_named(names: &[&str], columns: bool) -> bool {
    let mut at = 0;
    while at < names.len() {
        let (mut known, mut found) = (0, false);
        while known < if columns { Reads::NAMES.len() } else { BlockKind::ALL.len() } {
            let name = if columns { Reads::NAMES[known].0 } else { BlockKind::ALL[known].name() };
            found |= is_same(name, names[at]);
            known += 1;
        }
        if !found {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Whether a literal of Rust is the same in TOML: no suffix, no raw string, no escapes.
const fn is_plain(literal: &str) -> bool {
    let bytes = literal.as_bytes();
    let is_number = bytes[0].is_ascii_digit() || bytes[0] == b'-';
    let mut at = 0;
    while at < bytes.len() {
        let suffix = is_number && (bytes[at] == b'u' || bytes[at] == b'i' || bytes[at] == b'f');
        if bytes[at] == b'\\' || suffix {
            return false;
        }
        at += 1;
    }
    is_number || bytes[0] == b'"' || bytes[0] == b't' || bytes[0] == b'f'
}

/// A field's name without the mark of a raw identifier.
#[doc(hidden)]
#[must_use]
pub const fn plain_name(field: &str) -> &str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// How many bytes a manifest takes, marker and closing NUL included.
#[must_use]
pub const fn manifest_size(declaration: &Declaration) -> usize {
    Buffer::<0> { bytes: [], used: 0 }.manifest(declaration).used
}

/// The manifest's bytes, marker and closing NUL included; `SIZE` is [`manifest_size`] of the same declaration.
#[must_use]
pub const fn write_manifest<const SIZE: usize>(declaration: &Declaration) -> [u8; SIZE] {
    Buffer::<SIZE> { bytes: [0; SIZE], used: 0 }.manifest(declaration).bytes
}

/// The TOML between marker and NUL.
#[doc(hidden)]
#[must_use]
pub const fn manifest_text(bytes: &'static [u8]) -> &'static str {
    let (_, rest) = bytes.split_at(MANIFEST_MARKER.len());
    let (toml, _) = rest.split_at(rest.len() - 1);
    match std::str::from_utf8(toml) {
        Ok(text) => text,
        // Not reached: everything that is written comes from string literals.
        Err(_) => "",
    }
}

/// Makes a plugin of a struct: declares the struct, and exports it so that a host finds it.
///
/// The doc comment says what the plugin does, the string is its id, and every field is an option: its doc comment is the
/// help, `= value` the default (`= none` for an [`Option`]), and `in` gives bounds (`in 1..=50`) or choices
/// (`in ["short", "long"]`; of a length, the units: `in ["words", "%"]`). Types are whole numbers, `f64`, `bool`, `String`,
/// [`Length`](crate::Length), and [`Option`]s of these and of `Vec<String>`. Values are plain literals. What does not fit
/// is refused when the plugin is built.
///
/// Two clauses may stand before the braces: `reads(sentences, salience)` names the columns that the plugin looks at, so
/// that a host need not make the others (without it, all are made), and `makes(bullet)` the kinds of block that it says.
///
/// ```
/// use summariser_core::prelude::*;
///
/// export! {
///     /// Keeps the longest sentences.
///     pub struct Longest("longest") reads(sentences) makes(sentence) {
///         /// How many sentences to keep.
///         count: u32 = 1 in 1..=50,
///         /// The most that they may weigh together.
///         length: Option<Length> = none,
///     }
/// }
///
/// impl Summariser for Longest {
///     fn summarise(&self, document: &Document, out: &mut Output) -> Result {
///         let mut all: Vec<_> = document.sentences().collect();
///         all.sort_by_key(|sentence| std::cmp::Reverse(sentence.span().len()));
///         all.iter().take(self.count as usize).try_for_each(|sentence| out.sentence(sentence))
///     }
/// }
/// ```
///
/// A default of another type, and a column that there is not, do not build:
///
/// ```compile_fail,E0308
/// summariser_core::export! {
///     /// Never built.
///     pub struct Never("never") {
///         /// A number.
///         count: u32 = "one",
///     }
/// }
/// # impl summariser_core::Summariser for Never {
/// #     fn summarise(&self, _: &summariser_core::Document, _: &mut summariser_core::Output) -> summariser_core::Result { Ok(()) }
/// # }
/// ```
///
/// ```compile_fail,E0080
/// summariser_core::export! {
///     /// Never built.
///     pub struct Never("never") reads(sentence) {}
/// }
/// # impl summariser_core::Summariser for Never {
/// #     fn summarise(&self, _: &summariser_core::Document, _: &mut summariser_core::Output) -> summariser_core::Result { Ok(()) }
/// # }
/// ```
#[macro_export]
macro_rules! export {
    (
        $(#[doc = $about:literal])+
        $visibility:vis struct $name:ident($id:literal)
        $(reads($($reads:ident),* $(,)?))? $(makes($($makes:ident),* $(,)?))?
        { $($fields:tt)* }
    ) => {
        $crate::__export_fields! {
            [$(#[doc = $about])+] [$visibility] [$name] [$id]
            [$([$(stringify!($reads)),*])?] [$([$(stringify!($makes)),*])?]
            [] $($fields)* ,
        }
    };
    ($($other:tt)*) => {
        ::core::compile_error! {
            "write `export! { /// what it does\n pub struct Name(\"id\") reads(…) makes(…) { options } }`; the doc comment is \
             its help, and reads and makes may be left out"
        }
    };
}

/// Goes through the fields of [`export!`] one by one; each becomes
/// `{[doc comments] name [type] [default] [low high] [choices]}`.
#[doc(hidden)]
#[macro_export]
macro_rules! __export_fields {
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = none in [$($choice:literal),+ $(,)?], $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [] [] [$($choice),+]}] $($rest)* }
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = none in $low:literal ..= $high:literal, $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [] [$low, $high] []}] $($rest)* }
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = none, $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [] [] []}] $($rest)* }
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = $default:literal in [$($choice:literal),+ $(,)?], $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [$default] [] [$($choice),+]}] $($rest)* }
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = $default:literal in $low:literal ..= $high:literal, $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [$default] [$low, $high] []}] $($rest)* }
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt [$($done:tt)*]
        $(#[doc = $help:literal])+ $field:ident : $type:ty = $default:literal, $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes
            [$($done)* {[$($help),+] $field [$type] [$default] [] []}] $($rest)* }
    };
    // The comma that `export!` adds after a last field that has one already, or after no field at all.
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt $done:tt , $($rest:tt)*) => {
        $crate::__export_fields! { $about $visibility $name $id $reads $makes $done $($rest)* }
    };
    (
        [$($about:tt)+] [$visibility:vis] [$name:ident] [$id:literal] [$([$($reads:expr),*])?] [$([$($makes:expr),*])?]
        [$({[$($help:literal),+] $field:ident [$type:ty] [$($default:literal)?] [$($low:literal, $high:literal)?] [$($choice:literal),*]})*]
    ) => {
        $($about)+
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        $visibility struct $name {
            $( $(#[doc = $help])+ pub $field: $type, )*
        }

        impl $crate::abi::plugin::Export for $name {
            fn from_options(options: &$crate::abi::option::Options) -> $crate::Result<Self> {
                let mut places = 0_usize..;
                let _ = (&options, &mut places);
                ::core::result::Result::Ok($name {
                    $( $field: options.get(
                        ::core::iter::Iterator::next(&mut places).unwrap_or_default(),
                        $crate::abi::plain_name(::core::stringify!($field)),
                    )?, )*
                })
            }
        }

        const _: () = {
            const DECLARATION: $crate::abi::Declaration = $crate::abi::Declaration {
                id: $id,
                version: ::core::env!("CARGO_PKG_VERSION"),
                licence: ::core::env!("CARGO_PKG_LICENSE"),
                about: $crate::__doc_lines!($($about)+),
                reads: $crate::__first!($([::core::option::Option::Some(&[$($reads),*])])? [::core::option::Option::None]),
                makes: $crate::__first!($([::core::option::Option::Some(&[$($makes),*])])? [::core::option::Option::None]),
                options: &[$($crate::abi::OptionDeclaration {
                    key: ::core::stringify!($field),
                    kind: <$type as $crate::abi::option::OptionValue>::TYPE,
                    default: $crate::__first!($([{
                        // A default of another type than the option's does not build.
                        const _: <$type as $crate::abi::option::OptionValue>::Literal = $default;
                        ::core::option::Option::Some(::core::stringify!($default))
                    }])? [::core::option::Option::None]),
                    range: $crate::__first!(
                        $([::core::option::Option::Some((::core::stringify!($low), ::core::stringify!($high)))])?
                        [<$type as $crate::abi::option::OptionValue>::RANGE]
                    ),
                    choices: &[$(::core::stringify!($choice)),*],
                    help: &[$($help),+],
                }),*],
            };
            // `abi::MANIFEST_SECTION`, as each format names it.
            #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__smr"))]
            #[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".smr"))]
            static MANIFEST: [u8; $crate::abi::manifest_size(&DECLARATION)] =
                $crate::abi::write_manifest(&DECLARATION);

            #[unsafe(no_mangle)]
            static SUMMARISER_PLUGIN: $crate::abi::Plugin =
                $crate::abi::plugin::table::<$name>($crate::abi::manifest_text(&MANIFEST));
        };
    };
    ($about:tt $visibility:tt $name:tt $id:tt $reads:tt $makes:tt $done:tt $($rest:tt)*) => {
        ::core::compile_error! {
            "write every option as `/// what it is for\n name: type = default`, with `in low..=high` or `in [choices]` behind \
             it if only some values will do, and `= none` for an Option; values are plain literals"
        }
    };
}

/// The first of some values.
#[doc(hidden)]
#[macro_export]
macro_rules! __first {
    ([$value:expr] $([$other:expr])*) => {
        $value
    };
}

/// The lines of a doc comment.
#[doc(hidden)]
#[macro_export]
macro_rules! __doc_lines {
    ($(#[doc = $line:literal])+) => { &[$($line),+] };
}
