export default { siteMetadata: { title: 'Blog' }, plugins: [] }
