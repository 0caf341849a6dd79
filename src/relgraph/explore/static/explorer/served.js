// The explorer on a server: what it does not know yet is fetched from the store, and joins it.
(function (app) {
  "use strict";
  const AROUND = 12, SURROUNDINGS = 150, HELD = 1500, MUCH = 400, SLOW = 350;
  const { base } = app.data;
  const found = new Map(); // neighbours by key
  const busy = document.getElementById("net");
  let asked = 0;

  async function fetched(path, body) {
    asked += 1;
    const slow = setTimeout(() => busy.setAttribute("aria-busy", "true"), SLOW);
    try {
      const options = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
      const answer = await fetch(path, options);
      if (!answer.ok) throw new Error(String(answer.status));
      return await answer.json();
    } catch (error) {
      app.fail();
      throw error;
    } finally {
      clearTimeout(slow);
      asked -= 1;
      if (!asked) busy.removeAttribute("aria-busy");
    }
  }

  // a key of the address is an IRI without what all share, and without id/ where it begins so
  const short = (key) => (/^[a-z][a-z0-9+.-]*:/i.test(key) || key.startsWith("topic/") ? key : `id/${key}`).replaceAll("%7E", "~");
  const named = (key) => encodeURIComponent(short(key));
  const cut = (node) => (node.iri.startsWith(base) ? node.iri.slice(base.length) : node.iri);
  const keyOf = (iri) => app.key({ iri: app.iri(iri) });

  app.fartherNeighbours = (key) => {
    if (!found.has(key)) {
      const told = fetched(`/explore/neighbours?of=${named(key)}`).then(({ neighbours }) => neighbours.map((one) => ({ ...one, key: keyOf(one.iri) })));
      found.set(key, told);
      told.catch(() => found.delete(key));
    }
    return found.get(key);
  };

  app.fartherNames = async (text) => (await fetched(`/suggest?q=${encodeURIComponent(text)}&lang=${app.language}`)).found
    .filter((one) => one.kind !== "Release").map((one) => ({ key: keyOf(one.iri), name: one.name, type: one.kind, evidence: one.evidence }));

  async function join(keys) {
    const held = app.nodes.filter((node) => app.view?.nodes.has(node.id) ?? node.lines.length).slice(0, HELD).map(cut);
    const wanted = [...new Set(keys.map(short))];
    if (wanted.length) app.join((await fetched("/explore/part", { new: wanted.slice(0, 200), held })).part);
  }

  // a node comes with its closest neighbours, or nothing would tie it to the picture
  async function bring(keys) {
    const missing = keys.filter((key) => !app.node(key)?.lines.length);
    const around = await Promise.all(missing.map(app.fartherNeighbours));
    await join([...missing, ...around.flatMap((told) => told.slice(0, AROUND).map((one) => one.key))]);
  }

  const around = async (key) => join([key, ...(await app.fartherNeighbours(key)).slice(0, SURROUNDINGS).map((one) => one.key)]);
  async function lead([start, end]) {
    const { part } = await fetched(`/explore/paths?start=${named(start)}&end=${named(end)}`);
    if (part) app.join(part);
    else await join([start, end]);
  }

  app.need = ({ keys = [], around: middle, path = [] }, action) => {
    const jobs = [];
    if (keys.some((key) => !app.node(key)?.lines.length)) jobs.push(() => bring(keys));
    if (middle) jobs.push(() => around(middle));
    if (path.length === 2) jobs.push(() => lead(path));
    if (!jobs.length) return action();
    return jobs.reduce((done, job) => done.then(job), Promise.resolve()).then(action, () => {});
  };

  app.beyond = () => `; ${app.say("in_store", { n: app.number(app.data.totals.entities) })}`;
  app.fetchMore = async () => {
    const middle = app.state.around || app.key(app.nodes[app.data.centres[0]]);
    const left = (await app.fartherNeighbours(middle)).filter((one) => !app.node(one.key)?.lines.length);
    await join([middle, ...left.slice(0, app.data.limit).map((one) => one.key)]);
    if (left.length <= app.data.limit) app.fetchMore = null;
  };

  // sentences of all relations between the same two ends come together
  app.load = async (missing) => {
    const pairs = [...new Map(missing.map((relation) => [relation.line, [relation.subject, relation.object].map((id) => cut(app.nodes[id]))])).values()];
    for (let at = 0; at < pairs.length; at += 100) {
      const told = await fetched("/explore/stated", { pairs: pairs.slice(at, at + 100) });
      app.attach(told.evidence, app.join(told.part));
    }
    for (const relation of missing) relation.statements ||= [];
  };

  app.pageOf = (iri) => (app.iri(iri).startsWith(base) ? `/${app.iri(iri).slice(base.length)}` : null);
  app.isMuch = (relations) => relations.length > 1 && relations.reduce((sum, relation) => sum + (relation.statements ? 0 : relation.sentences), 0) > MUCH;
})(window.relgraph);
