"""What a reader sees and does on an explorer page, in few words for tests."""

# a point of the window on a line or a node where a click means just that; where lines are too dense, zoomed in on
POINT = """async ([name, other]) => {
  const app = window.relgraph, find = (label) => app.nodes.find((node) => node.label === label).id;
  const ends = [find(name), find(other ?? name)];
  const drawn = async () => { for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame); };
  const box = () => document.getElementById("net").getBoundingClientRect();
  const free = ({ x, y }) => app.network.getNodeAt({ x, y }) === undefined &&
    !app.labelBoxes.some((l) => x > l.left && x < l.right && y > l.top && y < l.bottom);
  const on = ({ x, y }) => {
    const line = app.lines[app.network.getEdgeAt({ x, y })];
    return line && ends.every((end) => line.ends.includes(end));
  };
  const places = () => ends.map((id) => app.network.canvasToDOM(app.network.getPosition(id)));
  const between = (a, b, part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
  function point() {
    const [a, b] = places(), { x, y, width, height } = box();
    for (let part = 0.1; part < 0.9; part += 0.01) {
      const at = between(a, b, part);
      const inside = at.x > 5 && at.y > 5 && at.x < width - 5 && at.y < height - 5;
      const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ x: at.x + dx, y: at.y + dy })));
      if (inside && around.every((near) => free(near) && on(near))) return [x + at.x, y + at.y];
    }
    return null;
  }
  await drawn();
  if (!other) return [box().x + places()[0].x, box().y + places()[0].y];
  if (point()) return point();
  app.network.moveTo({ position: between(...ends.map((id) => app.network.getPosition(id)), 0.6), scale: 3 });
  await drawn();
  return point();
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


def reopened(page, told):
    """The page, opened anew under an address that ends in #… ."""
    page.evaluate("(told) => history.replaceState(null, '', '#' + told)", told)
    page.reload()
    return page
