//! Options: the values that a host gives to a summariser, and the types that a plugin's options can have. Between the two
//! lies [`OptionSetting`], so that only one place reads foreign memory and nothing unchecked gets further.

use super::table::{OptionTable, Str};
use crate::{Error, Length, Result};

/// The value of an option.
#[derive(Clone, Debug, PartialEq)]
pub enum OptionSetting {
    /// Not given, and without a default.
    Absent,
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A text.
    String(String),
    /// A list of texts.
    List(Vec<String>),
    /// A length.
    Length(Length),
}

/// The values that a host gave to an instance, in the manifest's order.
#[derive(Clone, Debug, Default)]
pub struct Options {
    values: Vec<(String, OptionSetting)>,
}

impl Options {
    /// The values at the addresses that crossed.
    ///
    /// # Errors
    /// A value is not what it says it is.
    ///
    /// # Safety
    /// What the tables point at is valid for the length of this call.
    pub(super) unsafe fn read(tables: &[OptionTable]) -> Result<Options> {
        let mut values = Vec::with_capacity(tables.len());
        for table in tables {
            // SAFETY: the caller promises as much.
            let key =
                unsafe { read_str(table.key) }.ok_or_else(|| Error::new("the host gave an option without a name"))?;
            // SAFETY: the caller promises as much.
            let value = unsafe { read_setting(table) };
            let value =
                value.ok_or_else(|| Error::new(format!("the host gave option `{key}` a value that is none")))?;
            values.push((key, value));
        }
        Ok(Options { values })
    }

    /// The value at a place, which must bear this name.
    ///
    /// # Errors
    /// There is none there, or it is not of the type.
    pub fn get<T: OptionValue>(&self, place: usize, key: &str) -> Result<T> {
        let value = self.values.get(place).filter(|(name, _)| name == key);
        let (_, value) = value.ok_or_else(|| Error::new(format!("option `{key}` is missing")))?;
        T::take(value).ok_or_else(|| Error::new(format!("option `{key}` is no {} that it can be", T::TYPE)))
    }
}

/// # Safety
/// What the table points at is valid for the length of this call.
unsafe fn read_setting(table: &OptionTable) -> Option<OptionSetting> {
    Some(match table.kind {
        OptionTable::ABSENT => OptionSetting::Absent,
        OptionTable::INTEGER => OptionSetting::Integer(table.integer),
        OptionTable::FLOAT => OptionSetting::Float(table.float),
        OptionTable::BOOLEAN => OptionSetting::Boolean(table.integer != 0),
        // SAFETY: the caller promises as much.
        OptionTable::STRING => OptionSetting::String(unsafe { read_str(table.text) }?),
        // SAFETY: the caller promises as much.
        OptionTable::LENGTH => OptionSetting::Length(unsafe { read_str(table.text) }?.parse().ok()?),
        OptionTable::LIST => {
            // SAFETY: the caller promises as much.
            let list = unsafe { super::plugin::column(table.list, table.list_count) };
            // SAFETY: the caller promises as much.
            OptionSetting::List(list.iter().map(|text| unsafe { read_str(*text) }).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// # Safety
/// `text` is none or `len` bytes that are valid for the length of this call.
unsafe fn read_str(text: Str) -> Option<String> {
    // SAFETY: the caller promises as much.
    let bytes = (!text.ptr.is_null()).then(|| unsafe { super::plugin::column(text.ptr, text.len) })?;
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// A type that an option can have.
pub trait OptionValue: Sized {
    /// Its name in manifests.
    const TYPE: &'static str;
    /// The least and the greatest value, as TOML writes them, where the type has them.
    const RANGE: Option<(&'static str, &'static str)> = None;
    /// What a default of it is written as.
    type Literal;
    /// The value that was given, if it is of this type.
    fn take(value: &OptionSetting) -> Option<Self>;
}

macro_rules! integer_options {
    ($($type:ty: $range:expr),+ $(,)?) => { $(
        impl OptionValue for $type {
            const TYPE: &'static str = "integer";
            const RANGE: Option<(&'static str, &'static str)> = Some($range);
            type Literal = $type;
            fn take(value: &OptionSetting) -> Option<Self> {
                match value {
                    OptionSetting::Integer(integer) => <$type>::try_from(*integer).ok(),
                    _ => None,
                }
            }
        }
    )+ };
}
integer_options! {
    u8: ("0", "255"),
    u16: ("0", "65535"),
    u32: ("0", "4294967295"),
    u64: ("0", "9223372036854775807"),
    usize: ("0", "4294967295"),
    i8: ("-128", "127"),
    i16: ("-32768", "32767"),
    i32: ("-2147483648", "2147483647"),
    i64: ("-9223372036854775808", "9223372036854775807"),
}

macro_rules! plain_options {
    ($($type:ty, $literal:ty: $name:literal, $setting:ident($value:ident) => $taken:expr),+ $(,)?) => { $(
        impl OptionValue for $type {
            const TYPE: &'static str = $name;
            type Literal = $literal;
            fn take(value: &OptionSetting) -> Option<Self> {
                match value {
                    OptionSetting::$setting($value) => Some($taken),
                    _ => None,
                }
            }
        }
    )+ };
}
plain_options! {
    f64, f64: "float", Float(value) => *value,
    f32, f32: "float", Float(value) => *value as f32,
    bool, bool: "boolean", Boolean(value) => *value,
    String, &'static str: "string", String(value) => value.clone(),
    Length, &'static str: "length", Length(value) => *value,
    Vec<String>, &'static str: "list", List(value) => value.clone(),
}

impl<T: OptionValue> OptionValue for Option<T> {
    const TYPE: &'static str = T::TYPE;
    const RANGE: Option<(&'static str, &'static str)> = T::RANGE;
    type Literal = T::Literal;
    fn take(value: &OptionSetting) -> Option<Self> {
        if *value == OptionSetting::Absent { Some(None) } else { T::take(value).map(Some) }
    }
}
