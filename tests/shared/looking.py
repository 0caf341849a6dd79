"""What a reader sees and does on an explorer page, in few words for tests."""

# a point of the window on a line or a node where a click means just that
POINT = """([name, other]) => {
  const app = window.relgraph, find = (label) => app.nodes.find((node) => node.label === label).id;
  const place = (id) => app.network.canvasToDOM(app.network.getPosition(id));
  const box = document.getElementById("net").getBoundingClientRect();
  const a = place(find(name)), b = place(find(other ?? name));
  const free = ({ x, y }) => app.network.getNodeAt({ x, y }) === undefined &&
    !app.labelBoxes.some((l) => x > l.left && x < l.right && y > l.top && y < l.bottom);
  const on = ({ x, y }) => {
    const line = app.lines[app.network.getEdgeAt({ x, y })];
    return line && line.ends.includes(find(name)) && line.ends.includes(find(other));
  };
  if (!other) return [box.x + a.x, box.y + a.y];
  for (let part = 0.2; part < 0.8; part += 0.02) {
    const point = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    if (free(point) && on(point)) return [box.x + point.x, box.y + point.y];
  }
  return null;
}"""


def click(page, name, other=None):
    page.mouse.click(*page.evaluate(POINT, [name, other]))


def opening_size(page):
    """How many nodes the page opened with, as many as there was room for."""
    return page.evaluate("relgraph.openingPlaces.size")


def shown(page):
    """Labels of the nodes in the picture."""
    return set(page.evaluate("relgraph.visNodes.getIds().map((id) => relgraph.nodes[id].label)"))


def heading(page):
    return page.locator("#panel h2").inner_text()


def state(page):
    """What the reader has chosen, as the page holds it."""
    return page.evaluate("relgraph.state")


def fragment(page):
    """The page's address behind its #."""
    return page.evaluate("location.hash.slice(1)")
