/** Marks our own element on a page (see element-host): it is no part of the page's text. Neutral: pages can see it. */
export const hostAttribute = 'data-sl'
