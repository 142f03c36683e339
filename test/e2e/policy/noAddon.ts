/** In the place of Storybook's addons, which write markup into the page. */
export default () => ({})
