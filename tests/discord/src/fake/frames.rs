//! How payloads become frames: text, each compressed by itself, or one stream of zlib for the whole connection.

use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};
use serde_json::Value;
use std::io::Write;
use tokio_websockets::Message;

/// With `compress: true`, payloads from this size on are compressed.
const WORTH_COMPRESSING: usize = 512;

#[derive(Default)]
pub struct Frames {
    stream: Option<Compress>,
    /// Set by IDENTIFY.
    pub compresses_payloads: bool,
}

impl Frames {
    pub fn new(stream: bool) -> Self {
        Self { stream: stream.then(|| Compress::new(Compression::default(), true)), compresses_payloads: false }
    }

    pub fn of(&mut self, payload: &Value) -> Message {
        let text = payload.to_string();
        if let Some(stream) = &mut self.stream {
            return Message::binary(flushed(stream, text.as_bytes()));
        }
        if !self.compresses_payloads || text.len() < WORTH_COMPRESSING {
            return Message::text(text);
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).expect("memory can be written");
        Message::binary(encoder.finish().expect("memory can be written"))
    }
}

/// The next piece of the stream, which ends with the mark 00 00 FF FF.
fn flushed(stream: &mut Compress, mut input: &[u8]) -> Vec<u8> {
    let mut output = Vec::with_capacity(input.len() / 2 + 64);
    loop {
        let before = stream.total_in();
        stream.compress_vec(input, &mut output, FlushCompress::Sync).expect("a stream without an end");
        input = &input[(stream.total_in() - before) as usize..];
        if input.is_empty() && output.len() < output.capacity() {
            return output;
        }
        output.reserve(1024);
    }
}
