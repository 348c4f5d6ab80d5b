variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}

variable "crm_production_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of crm-production; empty until it is there"
  default     = ""
}

variable "crm_production_host" {
  type        = string
  description = "Name of crm-production in its certificate; empty until it is known"
  default     = ""
}

variable "search_production_host" {
  type        = string
  description = "Name of search-production in its certificate; empty until it is known"
  default     = ""
}

variable "legacy_production_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of legacy-production; empty until it is there"
  default     = ""
}

variable "legacy_production_host" {
  type        = string
  description = "Name of legacy-production in its certificate; empty until it is known"
  default     = ""
}
