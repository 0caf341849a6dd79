// Where that comes from which the page does not know yet. A file knows all it ever will; served.js fetches the rest.
(function (app) {
  "use strict";
  // do something as soon as these nodes, the surroundings of one, or the paths between two are known
  app.need = (wanted, action) => action(); // {keys, around, path}
  // neighbours of a node beyond those that the page knows, as a promise of [{key, label, label_en, type, relations, sentences}]
  app.fartherNeighbours = null;
  // names that begin with what is typed, as a promise of [{key, name, type, evidence}]
  app.fartherNames = null;
  // bring in more of what the picture is about; where there is no more to bring, it is null again
  app.fetchMore = null;
  // how much there is besides what the page knows, in words
  app.beyond = () => "";
  // address of the page that a thing of the graph has of its own
  app.pageOf = () => null;
  // whether sentences behind so many relations are better looked up on that page
  app.isMuch = () => false;
})(window.relgraph);
