//! check
#[derive(clap::Args)]
pub struct Arguments {}
impl Arguments { pub fn run(self, _c: Option<std::path::PathBuf>) -> anyhow::Result<std::process::ExitCode> { todo!() } }
