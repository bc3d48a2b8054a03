/** Styles mean nothing where nothing is drawn. */
export default '';
