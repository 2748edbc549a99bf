//! `kyr health` beside a server that answers as a Kyr would, well or not. Nothing here is a real Kyr.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

use crate::cli::kyr;

/// What `kyr health` says, and its exit code.
fn health(folder: &Path, configuration: &str, arguments: &[&str]) -> (i32, String) {
    std::fs::write(folder.join("kyr.yaml"), configuration).expect("writable");
    let mut asked = kyr(folder);
    let output = asked.args(["health", "--config"]).arg(folder.join("kyr.yaml")).args(arguments).output();
    let output = output.expect("the program starts");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    (output.status.code().expect("it ends by itself"), said)
}

/// Answers one request with this, and tells the port and then what was asked.
fn answering(listen: &str, answer: &'static str) -> (u16, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind(listen).expect("a free port");
    let port = listener.local_addr().expect("bound").port();
    let answered = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody asks");
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut part = [0; 1024];
            let length = stream.read(&mut part).expect("a request");
            assert!(length > 0, "they hung up");
            request.extend(&part[..length]);
        }
        stream.write_all(answer.as_bytes()).expect("they listen");
        String::from_utf8(request).expect("UTF-8")
    });
    (port, answered)
}

#[test]
fn it_says_what_kyr_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cases = [
        (vec![], "/healthz", "HTTP/1.0 200 OK\r\n\r\nok\n", (0, "ok\n")),
        (vec![], "/healthz", "HTTP/1.1 503 -\r\n\r\nanswering is stuck\n", (1, "answering is stuck\n")),
        (vec!["--ready"], "/readyz", "HTTP/1.1 200 OK\r\n\r\nready\n", (0, "ready\n")),
        (vec!["--ready"], "/readyz", "HTTP/1.1 503 -\r\n\r\nmatrix: not connected\n", (1, "matrix: not connected\n")),
    ];
    for (arguments, path, answer, (code, words)) in cases {
        let (port, asked) = answering("127.0.0.1:0", answer);
        let configuration = format!("metrics: {{listen: \"0.0.0.0:{port}\"}}\n");
        assert_eq!(health(folder.path(), &configuration, &arguments), (code, words.to_owned()));
        assert!(asked.join().expect("asked").starts_with(&format!("GET {path} ")));
    }
}

#[test]
fn what_is_not_kyr_is_not_well() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for answer in ["", "200 OK", "SSH-2.0-OpenSSH_9.2\r\n\r\n200"] {
        let (port, _) = answering("127.0.0.1:0", answer);
        let (code, said) = health(folder.path(), &format!("metrics: {{listen: \"127.0.0.1:{port}\"}}\n"), &[]);
        assert!(code == 1 && said.contains("is not Kyr"), "{answer:?}: {code}: {said}");
    }
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound");
    let (code, said) = health(folder.path(), &format!("metrics: {{listen: \"{free}\"}}\n"), &[]);
    assert!(code == 1 && said.contains("so Kyr does not run"), "{code}: {said}");
}

#[test]
fn the_address_is_in_the_configuration() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (code, said) = health(folder.path(), "log: json\n", &[]);
    assert!(code == 2 && said.contains("metrics.listen"), "{code}: {said}");
    let (port, _) = answering("127.0.0.1:0", "HTTP/1.1 200 OK\r\n\r\nok\n");
    let configuration = format!(
        "discord:\n  application_id: \"1\"\n  endpoint: {{listen: \"127.0.0.1:{port}\", public_key: {}}}\n",
        "0".repeat(64)
    );
    assert_eq!(health(folder.path(), &configuration, &[]), (0, "ok\n".to_owned()));
}
