import { Component, type ComponentType, type FunctionComponent, h } from 'preact'

/** A component that is drawn anew only where one of its props is another: for long lists. */
export function memo<P extends object>(inner: FunctionComponent<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>
      return [...names].some(name => next[name] !== this.props[name])
    }
    override render() {
      return h(inner, this.props)
    }
  }
}
