/// The certificates that the user accepted, to be looked at and removed.
///
/// They lie on a disk that other Crossdocks share, so
/// [dev.crossdock.ui.certificate.CertificatesViewModel] reads and changes them on a thread of its
/// own and shows what came of it. Uses `ui.control`, `ui.dialog`, the port `site`, `model`.
@NullMarked
package dev.crossdock.ui.certificate;

import org.jspecify.annotations.NullMarked;
