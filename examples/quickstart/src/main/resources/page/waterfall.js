// Shows the joins that an answer tells of (extensions.dovetail) as a waterfall below it: a bar for each, to the scale of the
// request. Whatever comes from the server is set as text, never as HTML.
"use strict";

/** For GraphiQL: its property onTabChange, and the child that is its footer. */
function joinWaterfall() {
  const panel = element("section", "joins", ...contentFor(null));
  panel.setAttribute("aria-label", "Joins");
  let shown = null;
  return {
    // An answer is part of its tab, so this is called for each answer, too; and when a query is edited.
    onTabChange({ tabs, activeTabIndex }) {
      const { response } = tabs[activeTabIndex];
      const running = response === "";
      panel.setAttribute("aria-busy", running);
      if (!running && response !== shown) {
        shown = response;
        panel.replaceChildren(...contentFor(response));
      }
    },
    footer: React.createElement(
      GraphiQL.Footer,
      null,
      React.createElement("div", { ref: (place) => place && place.append(panel) }),
    ),
  };
}

function contentFor(response) {
  if (response === null) {
    return [note("Run the query: its joins are shown here.")];
  }
  const trace = traceOf(response);
  if (!trace) {
    return [note("This answer does not tell of its joins. The host says whose do (joinTrace).")];
  }
  if (trace.joins.length === 0) {
    return [note("No relationship was joined. The request took " + millis(trace.millis) + ".")];
  }
  const bars = barsOf(trace);
  const scale = Math.max(trace.millis, ...bars.map((bar) => bar.end));
  return [heading(trace), axis(scale), element("div", "joins-list", ...bars.map((bar) => row(bar, scale)))];
}

function traceOf(response) {
  try {
    return JSON.parse(response).extensions?.dovetail;
  } catch {
    return undefined; // GraphiQL shows what is not JSON, too
  }
}

/** One for each join, and one for each that the statements of another answered: those took the same time. */
function barsOf(trace) {
  return trace.joins.flatMap((join) => {
    const start = join.startMillis;
    const end = join.millis === undefined ? Math.max(trace.millis, start) : start + join.millis;
    const along = (join.along ?? []).map((other) => ({ join: other, start, end, statementsOf: join }));
    return [{ join, start, end }, ...along];
  });
}

function heading({ joins, millis: total }) {
  const statements = joins.reduce((sum, join) => sum + (join.statements ?? []).length, 0);
  const failed = joins.filter(hasFailed).length;
  const facts = [count(joins.length, "join"), count(statements, "statement"), millis(total)];
  const alarm = failed > 0 ? [element("span", "joins-failed", failed + " failed")] : [];
  return element("header", "joins-heading", element("strong", "", "Joins"), facts.join(", "), ...alarm);
}

function axis(scale) {
  const ticks = [0, 0.5, 1].map((part) => element("span", "", part === 0 ? "0" : millis(part * scale)));
  return element("div", "joins-axis", element("span"), element("div", "joins-ticks", ...ticks));
}

function row(bar, scale) {
  const { join, statementsOf } = bar;
  const summary = element("summary", "",
    element("span", "joins-name", join.relationship),
    track(bar, scale),
    element("span", "joins-path", pathOf(join)),
    element("span", "joins-facts", factsOf(join).join(", ")));
  const all = element("details", "joins-join", summary);
  all.classList.toggle("joins-failure", hasFailed(join));
  all.classList.toggle("joins-along", statementsOf !== undefined);
  // Statements are long, and there may be hundreds of joins: they are drawn for those who look.
  all.addEventListener("toggle", () => all.append(detailsOf(bar)), { once: true });
  return all;
}

/** The time stands behind its bar, before it where there is no room behind, and else inside. */
function track({ join, start, end, statementsOf }, scale) {
  const from = percent(start, scale);
  const to = percent(end, scale);
  const place = to <= 75 ? "after" : from >= 25 ? "before" : "inside";
  const unfinished = join.millis === undefined && !statementsOf;
  const time = element("span", "joins-time joins-" + place, unfinished ? "not finished" : millis(end - start));
  const line = element("span", "joins-track", element("span", "joins-bar"), time);
  line.style.setProperty("--from", from + "%");
  line.style.setProperty("--to", to + "%");
  return line;
}

/** What failed comes first: the end of the line may be cut off. */
function factsOf(join) {
  const shared = join.shared > 0 ? " (" + join.shared + " more shared)" : "";
  return [
    join.error,
    join.failedKeys > 0 ? count(join.failedKeys, "key") + " failed" : undefined,
    join.table ?? "no table",
    "parents" in join ? count(join.parents, "parent") : count(join.keys, "key") + shared,
    join.rows === undefined ? undefined : count(join.rows, "row"),
  ].filter((fact) => fact !== undefined);
}

function detailsOf({ join, statementsOf }) {
  const statements = (join.statements ?? []).map((statement) => element("pre", "", statement));
  const lines = join.paths.slice(1).map((path) => element("div", "", path));
  if (statementsOf) {
    lines.push(element("div", "", "In the same statements as " + statementsOf.relationship));
  } else if (statements.length === 0) {
    lines.push(element("div", "", "No statement"));
  }
  return element("div", "joins-details", ...lines, ...statements);
}

function pathOf({ paths }) {
  return paths.length > 1 ? paths[0] + " and " + (paths.length - 1) + " more" : paths.join("");
}

function hasFailed(join) {
  return join.error !== undefined || join.failedKeys > 0;
}

function percent(value, scale) {
  return scale > 0 ? Math.min(100, (100 * value) / scale) : 0;
}

function millis(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) + " ms";
}

function count(number, noun) {
  return number + " " + noun + (number === 1 ? "" : "s");
}

function note(text) {
  return element("p", "joins-note", text);
}

/** Children that are strings become text. */
function element(name, className = "", ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}
