//! # unknown-file
//!
//! A `.yaml` file stands at a path that belongs to no part of a pack.
//!
//! **Why.** Nothing reads it, so whoever wrote it believes in a text that nobody will see.
//!
//! **What to do.** Move it to where it belongs or remove it. Topics are `topics/<section>/<id>.yaml`,
//! texts `text/<lang>/<section>/<id>.yaml`; for a whole language there are
//! `text/<lang>/language.yaml`, `directory.yaml` and `none.yaml`. The language tag looks like `en`,
//! `es` or `zh-Hans`.
