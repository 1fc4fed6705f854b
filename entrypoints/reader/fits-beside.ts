/** The sidebar's width (components/inline/inline.css), px. */
const sidebarPx = 392

/** Whether the sidebar can stand beside the story without covering words. Where it cannot, it waits as a handle. */
export function fitsBeside(story: Element): boolean {
  const paragraph = story.querySelector('p') ?? story
  return paragraph.getBoundingClientRect().right <= document.documentElement.clientWidth - sidebarPx
}
