variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}
