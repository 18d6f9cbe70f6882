// Shows GraphiQL with the ready queries as its tabs.
"use strict";

async function start() {
  const queries = await (await fetch("/queries.json")).json();
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: queries.map(({ query, headers }) => ({ query, headers: JSON.stringify(headers, null, 2) })),
    // With the tabs, so that they are there when the page is loaded again.
    shouldPersistHeaders: true,
    // GraphiQL keeps its tabs in the local storage, where those of other programs on this port may be.
    storage: window.sessionStorage,
  });
  ReactDOM.createRoot(document.getElementById("graphiql")).render(page);
}

start().catch((error) => {
  document.getElementById("graphiql").textContent = "This page could not start: " + error.message;
});
