import asyncio

from relgraph.web.ahead import make_ahead


def test_pages_of_the_best_evidenced_are_kept_before_anybody_asks(app):
    async def made(most):
        async with app.router.lifespan_context(app):
            site = app.state.site
            await make_ahead(app, site, most)
            index = await site.index.soon()
            answered = {key[1].__name__ for key in site.answers._held}
            best = index.things[0].iri.rpartition("/")[2]
            return answered, [key for key in site.shelf._held if best in repr(key)]

    answered, kept = asyncio.run(made(3))
    assert kept
    assert {"opened", "mapped"} <= answered
