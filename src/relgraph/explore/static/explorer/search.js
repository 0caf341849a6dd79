// The search of the page: an entity is shown and opened, a topic filters.
(function (app) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  app.suggest({
    input: byId("search"), list: byId("hits"), status: byId("search-state"), topics: true,
    pick: (entry) => (entry.topic ? app.filterTopic(entry.topic) : app.select({ node: entry.node.id }, true)),
  });
})(window.relgraph);
