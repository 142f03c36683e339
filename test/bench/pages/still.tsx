// The floor: markup that was taken from one of our screens, as plain React and as plain DOM, without any behaviour.
import { createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../src/styles.css'

type Tree = string | { tag: string; attributes: Record<string, string>; children: Tree[] }

function treeOf(node: Node): Tree {
  if (!(node instanceof Element)) return node.textContent ?? ''
  const attributes = [...node.attributes].map(({ name, value }) => [
    name === 'class' ? 'className' : name,
    value,
  ])
  return {
    tag: node.localName,
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    children: [...node.childNodes].map(treeOf),
  }
}

function Still({ tree }: { tree: Tree }): ReactNode {
  return elementOf(tree)
}

function elementOf(tree: Tree): ReactNode {
  if (typeof tree === 'string') return tree
  return createElement(tree.tag, tree.attributes, ...tree.children.map(elementOf))
}

const template = document.createElement('template')
let tree: Tree = ''

const bench = {
  /** Made before the clock starts. */
  prepare: (html: string) => {
    template.innerHTML = html
    tree = template.content.firstChild ? treeOf(template.content.firstChild) : ''
  },
  mount: (way: 'react' | 'dom') => {
    const element = document.body.appendChild(document.createElement('div'))
    const start = performance.now()
    if (way === 'dom') element.append(document.importNode(template.content, true))
    else createRoot(element).render(<Still tree={tree} />)
    return start
  },
}

declare global {
  var markup: string | undefined
}
Object.assign(globalThis, { bench })
// A page of its own from the start, where the markup is there already.
if (globalThis.markup) {
  bench.prepare(globalThis.markup)
  bench.mount('react')
}
