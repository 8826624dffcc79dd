import { Component, type ReactNode } from 'react'
import { Button } from '../kit/controls.ts'
import { Notice } from '../kit/Notice.tsx'
import { say } from '../kit/words.ts'
import { keepAll } from './place.ts'

interface Props {
  readonly children: ReactNode
}

/** A mistake of ours in drawing one part leaves words and a way on, and what was typed is kept first. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(): void {
    void keepAll()
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    const again = (
      <Button onClick={() => this.setState({ broken: false })}>{say('frame.broken.again')}</Button>
    )
    return (
      <div className="room">
        <Notice tone="refused" deeds={again} testId="broken">
          {say('frame.broken')}
        </Notice>
      </div>
    )
  }
}
