package dev.crossdock.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongPredicate;

/// Writes jobs that ended as a table for people and programs, one by one.
public final class RecordExport implements Closeable {

    private static final int PAGE = 500;

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "state",
                    "source_site",
                    "source_path",
                    "target_site",
                    "target_path",
                    "bytes",
                    "started",
                    "ended",
                    "elapsed_ms",
                    "route",
                    "passive",
                    "tls_client",
                    "protection",
                    "source_control_tls",
                    "target_control_tls",
                    "verified",
                    "failure",
                    "note");

    private final Lines lines;
    private final Function<SiteId, String> siteName;
    private long written;

    public enum Format {
        /// RFC 4180, with a header; texts that a spreadsheet would take for a formula get an
        /// apostrophe in front.
        CSV,
        /// One array of objects.
        JSON;

        /// As scripts and file names say it: `csv`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How the columns of a job are put into the file.
    private sealed interface Lines {

        void begin() throws IOException;

        void add(List<Cell> cells) throws IOException;

        void end() throws IOException;
    }

    /// What stands in one column.
    private sealed interface Cell {

        record Text(Optional<String> text) implements Cell {}

        record Amount(OptionalLong number) implements Cell {}
    }

    /// @param out is closed with this
    /// @param siteName what the user calls a site
    public RecordExport(Format format, Writer out, Function<SiteId, String> siteName)
            throws IOException {
        this.siteName = siteName;
        lines =
                switch (format) {
                    case CSV -> new Csv(out);
                    case JSON -> new Json(out);
                };
        lines.begin();
    }

    public void add(JobView job) throws IOException {
        lines.add(cells(job));
        written++;
    }

    /// Adds all that is in the record, in the order in which it ended.
    ///
    /// @param goOn asked now and then, with how many were written
    /// @return whether it went on to the end
    public boolean addAll(QueueService queue, LongPredicate goOn) throws IOException {
        long ending = 0;
        while (true) {
            List<JobView> page = queue.endedSince(ending, PAGE);
            for (JobView job : page) {
                add(job);
                ending = job.rank().order();
            }
            if (page.isEmpty()) {
                return true;
            }
            if (!goOn.test(written)) {
                return false;
            }
        }
    }

    /// Adds some jobs; those that are gone are left out.
    ///
    /// @param goOn asked now and then, with how many were written
    /// @return whether it went on to the end
    public boolean addAll(QueueService queue, List<JobId> ids, LongPredicate goOn)
            throws IOException {
        for (int from = 0; from < ids.size(); from += PAGE) {
            for (JobView job : queue.views(ids.subList(from, Math.min(ids.size(), from + PAGE)))) {
                add(job);
            }
            if (!goOn.test(written)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.end();
    }

    /// As many as there are columns.
    private List<Cell> cells(JobView job) {
        Optional<Outcome.Done> done =
                job.outcome().orElse(null) instanceof Outcome.Done each
                        ? Optional.of(each)
                        : Optional.empty();
        Optional<Route> route = done.map(Outcome.Done::route).or(job::route);
        var spec = job.spec();
        var target = done.map(Outcome.Done::target).orElse(spec.targetPath());
        return List.of(
                number(OptionalLong.of(job.id().value())),
                text(Optional.of(job.state().word())),
                text(Optional.of(siteName.apply(spec.source()))),
                text(Optional.of(spec.sourcePath().value())),
                text(Optional.of(siteName.apply(spec.target()))),
                text(Optional.of(target.value())),
                number(done.map(each -> OptionalLong.of(each.bytes())).orElse(job.size())),
                text(job.started().map(Instant::toString)),
                text(job.ended().map(Instant::toString)),
                number(
                        done.map(each -> OptionalLong.of(each.elapsed().toMillis()))
                                .orElse(OptionalLong.empty())),
                text(route.map(each -> each.method().word())),
                text(route.flatMap(Route::passive).map(Side::word)),
                text(route.flatMap(Route::tlsClient).map(Side::word)),
                text(done.map(each -> each.protection().word())),
                text(done.map(each -> each.controls().source())),
                text(done.map(each -> each.controls().target())),
                text(done.map(each -> each.verified().word())),
                text(job.outcome().flatMap(RecordExport::failure)),
                text(job.outcome().flatMap(RecordExport::note)));
    }

    private static Optional<String> failure(Outcome outcome) {
        return outcome instanceof Outcome.Failed(var why)
                ? Optional.of(why.words())
                : Optional.empty();
    }

    private static Optional<String> note(Outcome outcome) {
        String note =
                switch (outcome) {
                    case Outcome.Done done -> done.note();
                    case Outcome.Expanded expanded -> expanded.note();
                    case Outcome.Skipped(String reason) -> reason;
                    case Outcome.Failed _ -> "";
                    case Outcome.Cancelled(String words) -> words;
                };
        return Optional.of(note).filter(words -> !words.isEmpty());
    }

    private static Cell text(Optional<String> text) {
        return new Cell.Text(text.filter(each -> !each.isEmpty()));
    }

    private static Cell number(OptionalLong number) {
        return new Cell.Amount(number);
    }

    private static final class Csv implements Lines {

        private static final String FORMULA = "=+-@\t\r";

        private final Writer out;

        Csv(Writer out) {
            this.out = out;
        }

        @Override
        public void begin() throws IOException {
            line(COLUMNS);
        }

        @Override
        public void add(List<Cell> cells) throws IOException {
            line(cells.stream().map(Csv::field).toList());
        }

        @Override
        public void end() throws IOException {
            out.close();
        }

        private void line(List<String> fields) throws IOException {
            out.write(String.join(",", fields));
            out.write("\r\n");
        }

        private static String field(Cell cell) {
            return switch (cell) {
                case Cell.Amount(var number) ->
                        number.isPresent() ? Long.toString(number.getAsLong()) : "";
                case Cell.Text(var text) -> text.map(Csv::field).orElse("");
            };
        }

        private static String field(String text) {
            String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            boolean plain = safe.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
            return wellFormed(plain ? safe : '"' + safe.replace("\"", "\"\"") + '"');
        }

        /// Bytes that are no UTF-8 are halves of characters in a path; no file can hold those.
        private static String wellFormed(String text) {
            return text.codePoints()
                    .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }
    }

    private static final class Json implements Lines {

        private final JsonGenerator out;

        /// Beyond ASCII everything is escaped, which holds even what is no UTF-8.
        Json(Writer writer) throws IOException {
            out =
                    JsonMapper.builder()
                            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .build()
                            .getFactory()
                            .createGenerator(writer)
                            .useDefaultPrettyPrinter();
        }

        @Override
        public void begin() throws IOException {
            out.writeStartArray();
        }

        @Override
        public void add(List<Cell> cells) throws IOException {
            out.writeStartObject();
            for (int index = 0; index < cells.size(); index++) {
                out.writeFieldName(COLUMNS.get(index));
                switch (cells.get(index)) {
                    case Cell.Amount(var number) when number.isPresent() ->
                            out.writeNumber(number.getAsLong());
                    case Cell.Text(var text) when text.isPresent() -> out.writeString(text.get());
                    case Cell.Amount _, Cell.Text _ -> out.writeNull();
                }
            }
            out.writeEndObject();
        }

        @Override
        public void end() throws IOException {
            out.close();
        }
    }
}
