//! How JSON is laid out. Spans stay on one line, as people write them, and no control character reaches a terminal raw:
//! beyond what JSON demands, DEL and U+0080..=U+009F are written as escapes, which read back as the same text.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// A value on one line, or indented by two spaces.
pub(super) struct Layout {
    indented: bool,
    /// What is open, the innermost last.
    open: Vec<Open>,
}

/// An open array or object, and whether it has something on lines of its own.
enum Open {
    Array { broken: bool },
    Object { broken: bool },
}

impl Layout {
    /// A layout for values, each on one line or indented.
    pub(super) fn new(indented: bool) -> Layout {
        Layout { indented, open: Vec::new() }
    }

    /// Begins a line at the present depth, if there are to be any.
    fn line<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        if !self.indented {
            return Ok(());
        }
        writer.write_all(b"\n")?;
        self.open.iter().try_for_each(|_| writer.write_all(b"  "))
    }

    /// Closes the innermost array or object.
    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        if let Some(Open::Array { broken: true } | Open::Object { broken: true }) = self.open.pop() {
            self.line(writer)?;
        }
        writer.write_all(bracket)
    }
}

impl Formatter for Layout {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        // Hardly any text has a byte that a control character begins with.
        if !fragment.bytes().fold(false, |any, byte| any | matches!(byte, 0..=0x1F | 0x7F | 0xC2)) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some(at) = rest.find(char::is_control) {
            let (before, from) = rest.split_at(at);
            let mut characters = from.chars();
            let control = characters.next().map_or(0, u32::from);
            write!(writer, "{before}\\u{control:04x}")?;
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open.push(Open::Array { broken: false });
        writer.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        match self.open.last() {
            _ if first => Ok(()),
            // Objects begin a line, and write that themselves.
            Some(Open::Array { broken: false }) if self.indented => writer.write_all(b", "),
            _ => writer.write_all(b","),
        }
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if let Some(Open::Array { broken }) = self.open.last_mut() {
            *broken = true;
            self.line(writer)?;
        }
        self.open.push(Open::Object { broken: false });
        writer.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        if let Some(Open::Object { broken }) = self.open.last_mut() {
            *broken = true;
        }
        self.line(writer)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(if self.indented { b": " } else { b":" })
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }
}
