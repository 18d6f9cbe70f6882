// Shows GraphiQL with the ready queries as its tabs, and the joins of an answer below it.
"use strict";

async function start() {
  const queries = await (await fetch("/queries.json")).json();
  const joins = joinWaterfall();
  const properties = {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: queries.map(({ query, headers }) => ({ query, headers: JSON.stringify(headers, null, 2) })),
    // With the tabs, so that they are there when the page is loaded again.
    shouldPersistHeaders: true,
    // GraphiQL keeps its tabs in the local storage, where those of other programs on this port may be.
    storage: window.sessionStorage,
    onTabChange: joins.onTabChange,
  };
  const page = React.createElement(GraphiQL, properties, joins.footer);
  ReactDOM.createRoot(document.getElementById("graphiql")).render(page);
}

start().catch((error) => {
  document.getElementById("graphiql").textContent = "This page could not start: " + error.message;
});
