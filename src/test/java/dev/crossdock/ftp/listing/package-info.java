/// Listings good, odd and hostile.
@NullMarked
package dev.crossdock.ftp.listing;

import org.jspecify.annotations.NullMarked;
