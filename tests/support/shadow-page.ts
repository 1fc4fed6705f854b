/** Where the page of many trees stands; off the topic. */
export const shadowAddress = 'http://www.lowland-herald.example/harbour/ferries'

/** What the page's script leaves for stories: its shadow trees, closed ones too. */
export interface ShadowScope {
  trees: ShadowRoot[]
}

/**
 * A page with what selections run across: heading, list, table, link, picture, fields; an open shadow tree with slots, another
 * one in it, and a closed one. Words are unlike each other, so that each can be found by itself.
 */
export const shadowPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferries of the lowland harbour</title>
<style>
  body { margin: 24px; font: 18px/28px sans-serif; max-width: 620px }
  img { width: 60px; height: 20px; background: #ccc }
  button { user-select: none }
</style></head><body>
<h1>Ferries leave at dawn</h1>
<p id="lead">Three of the grey boats were painted twice. <a href="/harbour/paint">The second coat was blue</a>, said nobody.</p>
<ul><li>Lanterns are lit</li><li>Ropes are counted</li></ul>
<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Marrow</td><td>eleven hands</td></tr></table>
<p id="picture">Before the picture <img alt="a boat" src="data:,"> and behind it.</p>
<x-card><p>Slotted first words</p><span slot="foot">Slotted foot words</span></x-card>
<p id="between">Plain words between the trees.</p>
<x-shut></x-shut>
<p id="after">The evening boats come back <button>Share</button> with empty holds.</p>
<p id="space">&nbsp; &nbsp; &nbsp;</p>
<p><input id="field" value="typed in a field"></p>
<p id="typed" contenteditable="true">Typed on the page</p>
<script>
  window.trees = []
  const attach = (host, mode, html) => {
    const root = host.attachShadow({ mode })
    root.innerHTML = html
    trees.push(root)
    return root
  }
  const card = attach(document.querySelector('x-card'), 'open',
    '<h2>Head of the card</h2><slot name="foot"></slot><div><slot></slot></div><x-inner></x-inner>')
  attach(card.querySelector('x-inner'), 'open', '<p>Deep words of the inner tree are here.</p>')
  attach(document.querySelector('x-shut'), 'closed', '<p>Shut words nobody can read but we.</p>')
</script></body></html>`
