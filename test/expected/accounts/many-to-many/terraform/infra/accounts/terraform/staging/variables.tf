variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}

variable "crm_staging_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of crm-staging; empty until it is there"
  default     = ""
}

variable "crm_staging_host" {
  type        = string
  description = "Name of crm-staging in its certificate; empty until it is known"
  default     = ""
}

variable "search_staging_host" {
  type        = string
  description = "Name of search-staging in its certificate; empty until it is known"
  default     = ""
}

variable "legacy_staging_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of legacy-staging; empty until it is there"
  default     = ""
}

variable "legacy_staging_host" {
  type        = string
  description = "Name of legacy-staging in its certificate; empty until it is known"
  default     = ""
}
