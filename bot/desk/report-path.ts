/** The address of the page of reports. */
export const reportsPath = '/desk/reports'
