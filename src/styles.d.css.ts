/** Some compilers ask for the types of a stylesheet, which gives nothing. */
declare const nothing: undefined
export default nothing
